import Screen

/// The colours of a theme's three value scales at one depth; empty where the depth has too few for a scale.
struct Palette: Hashable, Sendable {
  let diverging, sequential, grey: [Color]
  /// The colours of density glyphs below and above zero; the default at depth `none`.
  let negative, positive: Color

  /// In 24 bits the colours between the stops are mixed, to so many: enough to look smooth, few enough for a slow line.
  static let levels = 16

  init(_ name: Theme.Name, depth: ColorDepth) {
    let stops = Stops(name)
    switch depth {
    case .full:
      diverging = Self.mixed(stops.diverging.map { .palette($0) }, count: Self.levels + 1)
      sequential = Self.mixed(stops.exactSequential.map { .hex($0) }, count: Self.levels)
      grey = Self.mixed([.hex(0x080808), .hex(0xffffff)], count: Self.levels)
    case .palette:
      diverging = stops.diverging.map { .palette($0) }
      sequential = stops.sequential.map { .palette($0) }
      grey = stops.grey.map { .palette($0) }
    case .sixteen, .eight, .none:
      (diverging, sequential, grey) = ([], [], [])
    }
    let (below, above): (UInt8, UInt8) = name == .light ? (1, 4) : (3, 6)
    negative = Color.ansi(below).converted(to: depth)
    positive = Color.ansi(above).converted(to: depth)
  }

  func colors(_ kind: ValueScale.Kind) -> [Color] {
    switch kind {
    case .diverging: diverging
    case .sequential: sequential
    case .grey: grey
    case .classes: []
    }
  }

  /// `count` colours along the stops, mixed linearly in RGB.
  private static func mixed(_ stops: [Color], count: Int) -> [Color] {
    let parts = stops.map { $0.components! }
    return (0..<count).map { index in
      let place = Double(index) / Double(count - 1) * Double(parts.count - 1)
      let left = min(parts.count - 2, Int(place))
      let share = place - Double(left)
      func mix(_ part: KeyPath<Color.Components, Int>) -> UInt8 {
        let (a, b) = (Double(parts[left][keyPath: part]), Double(parts[left + 1][keyPath: part]))
        return UInt8((a + (b - a) * share).rounded())
      }
      return .rgb(mix(\.red), mix(\.green), mix(\.blue))
    }
  }
}

/// The stops of a theme's scales as numbers of xterm's table, from low to high.
///
/// Chosen so that neighbours differ by at least 7.7 (CIEDE2000) to normal, protan, deutan and tritan eyes alike;
/// the costs follow matplotlib's viridis, and its cividis where contrast comes first.
private struct Stops {
  let diverging, sequential: [UInt8]
  /// The sequential scale in 24 bits.
  let exactSequential: [UInt32]
  let grey: [UInt8] = [232, 235, 238, 241, 244, 247, 250, 255]

  init(_ name: Theme.Name) {
    diverging =
      name == .light
      ? [166, 208, 215, 223, 255, 153, 74, 32, 25] : [222, 214, 172, 94, 236, 24, 32, 39, 117]
    sequential = name == .highContrast ? [17, 25, 60, 102, 144, 186, 227] : [17, 55, 61, 31, 36, 78, 148, 226]
    exactSequential =
      name == .highContrast
      ? [0x00224e, 0x2a3f6d, 0x575d6d, 0x7d7c78, 0xa59c74, 0xd2c060, 0xfee838]
      : [0x440154, 0x46327e, 0x365c8d, 0x277f8e, 0x1fa187, 0x4ac16d, 0xa0da39, 0xfde725]
  }
}
