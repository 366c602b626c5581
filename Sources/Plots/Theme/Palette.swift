import Screen

/// The colours of a theme's three value scales at one depth; empty where the depth has too few for a scale.
struct Palette: Hashable, Sendable {
  let diverging, sequential, grey: Ramp
  /// The colours of density glyphs below and above zero; the default at depth `none`.
  let negative, positive: Color

  /// The palette of a theme; each is made once.
  init(_ name: Theme.Name, depth: ColorDepth) { self = Self.made[Key(name: name, depth: depth)]! }

  private struct Key: Hashable {
    let name: Theme.Name
    let depth: ColorDepth
  }

  private static let made = Dictionary(
    uniqueKeysWithValues: Theme.Name.allCases.flatMap { name in
      ColorDepth.allCases.map { (Key(name: name, depth: $0), Palette(making: name, $0)) }
    })

  private init(making name: Theme.Name, _ depth: ColorDepth) {
    switch depth {
    case .full:
      diverging = .diverging(isLight: name == .light)
      sequential = Ramp(through: name == .highContrast ? Stops.cividis : Stops.viridis)
      grey = Ramp(through: [0x080808, 0x767676, 0xffffff])
    case .palette:
      let stops = Stops(name)
      diverging = Ramp(stops.diverging.map { .palette($0) })
      sequential = Ramp(stops.sequential.map { .palette($0) })
      grey = Ramp(stops.grey.map { .palette($0) })
    case .sixteen, .eight, .none:
      (diverging, sequential, grey) = (Ramp([]), Ramp([]), Ramp([]))
    }
    let (below, above): (UInt8, UInt8) = name == .light ? (1, 4) : (3, 6)
    negative = Color.ansi(below).converted(to: depth)
    positive = Color.ansi(above).converted(to: depth)
  }

  func ramp(_ kind: ValueScale.Kind) -> Ramp {
    switch kind {
    case .diverging: diverging
    case .sequential: sequential
    case .grey: grey
    case .classes: Ramp([])
    }
  }
}

/// Colours in order, from the low end of a scale to its high end.
struct Ramp: Hashable, Sendable {
  let colors: [Color]
  /// The same colours in OKLab.
  let shades: [SIMD4<Float>]

  init(_ colors: [Color]) {
    self.colors = colors
    shades = colors.map { $0.oklab!.parts }
  }

  var isEmpty: Bool { colors.isEmpty }

  /// In 24 bits the colours between the control points are mixed, to so many: more than can be told apart.
  static let steps = 128

  /// The index of a position 0…1.
  func index(_ position: Double) -> Int { Theme.level(position, colors.count) }
}

extension Ramp {
  /// Through control points, mixed in OKLab.
  init(through points: [UInt32]) {
    let points = points.map { Color.hex($0).oklab! }
    self.init(
      (0..<Self.steps).map { index in
        let place = Float(index) / Float(Self.steps - 1) * Float(points.count - 1)
        let left = min(points.count - 2, Int(place))
        return points[left].mixed(with: points[left + 1], place - Float(left)).color
      })
  }

  /// Orange below zero and blue above it: the same lightness on both sides, in even steps from zero, and as much colour as
  /// a screen can show of what is wished.
  static func diverging(isLight: Bool) -> Ramp {
    Ramp(
      (-steps / 2...steps / 2).map { step in
        let strength = Float(abs(step)) / Float(steps / 2)
        let lightness = isLight ? 0.95 - 0.41 * strength : 0.27 + 0.53 * strength
        let hue: (a: Float, b: Float) = step < 0 ? (0.058, 0.135) : (-0.055, -0.135)
        return shown(lightness, hue, chroma: min(1, 1.6 * strength))
      })
  }

  /// The colour of a lightness and a hue, paled until a screen can show it.
  private static func shown(_ lightness: Float, _ hue: (a: Float, b: Float), chroma: Float) -> Color {
    var chroma = chroma
    while chroma > 0, !OKLab(lightness, hue.a * chroma, hue.b * chroma).isShown { chroma -= 0.01 }
    return OKLab(lightness, hue.a * max(0, chroma), hue.b * max(0, chroma)).color
  }
}

/// The stops of a theme's scales as numbers of xterm's table, from low to high.
///
/// Chosen so that neighbours differ by at least 7.7 (CIEDE2000) to normal, protan, deutan and tritan eyes alike;
/// the costs follow matplotlib's viridis, and its cividis where contrast comes first.
private struct Stops {
  let diverging, sequential: [UInt8]
  let grey: [UInt8] = [232, 235, 238, 241, 244, 247, 250, 255]

  init(_ name: Theme.Name) {
    diverging =
      name == .light
      ? [166, 208, 215, 223, 255, 153, 74, 32, 25] : [222, 214, 172, 94, 236, 24, 32, 39, 117]
    sequential = name == .highContrast ? [17, 25, 60, 102, 144, 186, 227] : [17, 55, 61, 31, 36, 78, 148, 226]
  }

  /// The sequential scales in 24 bits.
  static let viridis: [UInt32] = [
    0x440154, 0x46327e, 0x365c8d, 0x277f8e, 0x1fa187, 0x4ac16d, 0xa0da39, 0xfde725,
  ]
  static let cividis: [UInt32] = [0x00224e, 0x2a3f6d, 0x575d6d, 0x7d7c78, 0xa59c74, 0xd2c060, 0xfee838]
}
