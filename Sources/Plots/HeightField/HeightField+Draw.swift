import Screen

extension HeightField {
  /// Where a mountain lies on the screen.
  public struct Layout: Hashable, Sendable {
    /// The cells of the picture, without the numbers of the height.
    public let plot: Region
    let axis: Region?
  }

  /// Where the mountain would lie in a region; its axis is left out where there is no room for it.
  public func layout(in region: Region) -> Layout {
    let hasAxis = showsAxis && region.width >= 30 && region.height >= 8
    let width = hasAxis ? 8 : 0
    return Layout(
      plot: Region(x: region.x + width, y: region.y, width: region.width - width, height: region.height),
      axis: hasAxis ? Region(x: region.x, y: region.y, width: width, height: region.height) : nil)
  }

  /// Draws the mountain into a region.
  @discardableResult
  public func draw(into frame: inout Frame, in region: Region, theme: Theme) -> Layout {
    let layout = layout(in: region)
    frame.clipped(to: region) { frame in
      guard !layout.plot.isEmpty else { return }
      let division = theme.glyphs.division
      let (width, height) = (layout.plot.width * division.across, layout.plot.height * division.down)
      let view = Projection(camera, width: width, height: height, pixelAspect: division.pixelAspect)
      let buffer = rendered(view, width, height)
      var canvas = PixelCanvas(
        width: layout.plot.width, height: layout.plot.height, glyphs: theme.glyphs, pixels: colors(buffer, theme))
      drawTrails(on: &canvas, buffer, view, theme)
      canvas.draw(into: &frame, x: layout.plot.x, y: layout.plot.y, theme: theme)
      if layout.axis != nil { drawFloor(into: &frame, layout.plot, canvas, buffer, view, theme) }
      drawPoints(into: &frame, layout.plot, canvas, buffer, view, theme)
      drawWalkers(into: &frame, layout.plot, canvas, buffer, view, theme)
      if let axis = layout.axis { drawAxis(into: &frame, axis, layout.plot, canvas, view, theme) }
    }
    return layout
  }

  /// What is seen behind every pixel.
  func rendered(_ view: Projection, _ width: Int, _ height: Int) -> DepthBuffer {
    var buffer = DepthBuffer(width: width, height: height)
    let mesh = mesh()
    let corners = zip(mesh.places, mesh.shades).map { Corner(seen: view.seen($0), shade: $1) }
    buffer.draw(corners, triangles: mesh.triangles)
    return buffer
  }

  /// The colours of the pixels: those of the scale in the sun's light, contour lines darker, fog grey.
  func colors(_ buffer: DepthBuffer, _ theme: Theme) -> [SIMD4<Float>] {
    let ramp = theme.reliefShades(of: scale.kind)
    let ground = theme.assumedGround.parts
    let isLine = contourLines(buffer)
    return buffer.nearness.indices.map { pixel in
      guard buffer.nearness[pixel] > 0 else { return .zero }
      let color = Self.lit(ramp, buffer.shades[pixel], ground)
      return isLine[pixel] ? color * SIMD4(0.6, 0.8, 0.8, 1) : color
    }
  }

  /// Which pixels lie on a contour: their band differs from that on the right or below on the same slope.
  private func contourLines(_ buffer: DepthBuffer) -> [Bool] {
    var lines = Array(repeating: false, count: buffer.nearness.count)
    guard let levels = contours?.levels.map({ Float(scale.place(of: $0)) }), !levels.isEmpty else { return lines }
    let bands = buffer.shades.map { shade in levels.reduce(Int32(0)) { $0 + (($1 <= shade.x) ? 1 : 0) } }
    let (width, near) = (buffer.width, buffer.nearness)
    func differs(_ a: Int, _ b: Int) -> Bool {
      bands[a] != bands[b] && near[b] > 0 && (near[b] / near[a] - 1).magnitude < 0.05
    }
    for pixel in near.indices where near[pixel] > 0 && buffer.shades[pixel].z < 0.5 && buffer.shades[pixel].y > 0.2 {
      lines[pixel] =
        (pixel + 1) % width != 0 && differs(pixel, pixel + 1)
        || pixel + width < near.count && differs(pixel, pixel + width)
    }
    return lines
  }

  /// A colour of the scale in more or less light, and behind fog.
  private static func lit(_ ramp: [SIMD4<Float>], _ shade: SIMD3<Float>, _ ground: SIMD4<Float>) -> SIMD4<Float> {
    let place = max(0, min(Float(ramp.count - 1), shade.x * Float(ramp.count)))
    // In sixteen steps of light, so that like places have equal colours and few of them.
    let light = 0.5 + 0.6 * (shade.y * 16).rounded(.down) / 16
    var color = ramp[Int(place)] * SIMD4(light, light, light, 1)
    let fog = min(1, max(0, shade.z))
    guard fog > 0 else { return color }
    var mist = ground + (SIMD4(0.55, -0.01, -0.015, 1) - ground) * 0.6
    mist.x *= 0.75 + 0.25 * min(1, light)
    mist.w = 1
    color += (mist - color) * fog
    return color
  }
}

extension Theme {
  /// The colours of a mountain from its foot to its top: those of the scale, or greys where there are too few colours.
  func reliefShades(of kind: ValueScale.Kind) -> [SIMD4<Float>] {
    if !palette.sequential.isEmpty { return Theme.full(name).palette.ramp(kind).shades }
    return (0..<16).map { OKLab(0.3 + 0.7 * Float($0) / 15, 0, 0).parts }
  }

  /// The theme in 24 bits, whose colours a canvas brings down to fewer itself.
  private static func full(_ name: Name) -> Theme { Theme(name: name, depth: .full, glyphs: .quadrants) }
}
