import Screen

extension GlyphSet {
  /// Cells filled from below, from empty to full.
  var columnFill: [Unicode.Scalar] {
    switch self {
    case .quadrants, .sextants, .octants, .braille: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    case .block: [" ", "▄", "█"]
    case .ascii: [" ", ".", ":", "#"]
    }
  }

  /// Cells filled from the left, from empty to full.
  var rowFill: [Unicode.Scalar] {
    switch self {
    case .quadrants, .sextants, .octants, .braille: [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    case .block: [" ", "▌", "█"]
    case .ascii: [" ", "#"]
    }
  }
}

extension Array<Unicode.Scalar> {
  /// The character of the cell number `index` of a bar that is `length` cells long.
  func fill(_ length: Double, at index: Int) -> Unicode.Scalar {
    let steps = Double(count - 1)
    let part = ((length - Double(index)) * steps).rounded()
    return self[Int(Swift.min(steps, Swift.max(0, part)))]
  }
}
