extension Frame {
  /// The picture in pixels, as a terminal shows it: lines, blocks and braille as shapes, text in a font of strokes.
  public func bitmap(_ style: PictureStyle = .dark) -> Bitmap {
    let (w, h) = (style.cellWidth, style.cellHeight)
    var bitmap = Bitmap(width: width * w, height: height * h, style.background)
    var masks: [MaskKey: Mask] = [:]
    for y in 0..<height {
      for (x, cell) in row(y).enumerated() {
        var (ink, ground) = style.colors(cell.style)
        if ground != style.background { bitmap.fill(x: x * w, y: y * h, width: w, height: h, ground) }
        let key = MaskKey(
          scalar: cell.shown, attributes: cell.style.attributes.intersection([.bold, .italic, .underline]))
        guard key.scalar != " " || key.attributes.contains(.underline) else { continue }
        if cell.style.attributes.contains(.dim) { ink = ink.mixed(with: ground, share: 0.4) }
        let mask = masks[key] ?? Mask(key.scalar, key.attributes, width: w, height: h)
        masks[key] = mask
        bitmap.lay(mask, x: x * w, y: y * h, ink)
      }
    }
    return bitmap
  }
}

private struct MaskKey: Hashable {
  let scalar: Unicode.Scalar
  let attributes: Style.Attributes
}

extension Color {
  /// This colour and a share of another, part by part.
  fileprivate func mixed(with other: Color, share: Double) -> Color {
    guard let own = components, let further = other.components else { return self }
    func mix(_ a: Int, _ b: Int) -> UInt8 { UInt8((Double(a) + share * Double(b - a)).rounded()) }
    return .rgb(mix(own.red, further.red), mix(own.green, further.green), mix(own.blue, further.blue))
  }
}
