import Screen

/// One tone of a theme at each colour depth: its number in xterm's table, and its ANSI colour.
struct Tone {
  let palette: UInt8
  let ansi: UInt8

  init(_ palette: UInt8, _ ansi: UInt8) {
    self.palette = palette
    self.ansi = ansi
  }

  func color(at depth: ColorDepth) -> Color {
    switch depth {
    case .full: Color.palette(palette).asRGB
    case .palette: .palette(palette)
    case .sixteen, .eight: Color.ansi(ansi).converted(to: depth)
    case .none: .standard
    }
  }
}

extension Color {
  /// The same colour as a 24-bit one.
  var asRGB: Color {
    components.map { .rgb(UInt8($0.red), UInt8($0.green), UInt8($0.blue)) } ?? self
  }
}

/// The styles of a theme's roles at one colour depth.
struct Roles {
  let ground: Color
  let text, faint, border, focus, title, key, good, warning, selection, negative, positive, highlight: Style

  init(_ name: Theme.Name, depth: ColorDepth) {
    let tones = Tones(name)
    func style(_ tone: Tone?, _ attributes: Style.Attributes = []) -> Style {
      Style(tone?.color(at: depth) ?? .standard, on: .standard, attributes)
    }
    /// With few colours, lines are dim; what is read never is.
    let less: Style.Attributes = depth <= .eight ? .dim : []
    ground = tones.ground?.color(at: depth) ?? .standard
    text = style(tones.text)
    faint = style(tones.faint)
    border = style(tones.border, less)
    focus = style(tones.focus, .bold)
    title = style(tones.focus, .bold)
    key = style(tones.key, .bold)
    good = style(tones.good)
    warning = style(tones.warning, .bold)
    selection = Style(.standard, on: .standard, .reverse)
    negative = style(tones.negative)
    positive = style(tones.positive, depth == .none ? .bold : [])
    highlight = style(tones.highlight, .bold)
  }
}

/// The tones of a theme's roles; nil is the terminal's own foreground or background.
///
/// Everything that is read has a contrast of at least 4.5:1 to the ground, black for the dark theme.
private struct Tones {
  let ground, text: Tone?
  let faint, border, focus, key, good, warning, negative, positive, highlight: Tone

  init(_ name: Theme.Name) {
    switch name {
    case .dark, .mono: self = .dark
    case .light: self = .light
    case .highContrast: self = .highContrast
    }
  }

  private init(
    ground: Tone?, text: Tone?, faint: Tone, border: Tone, focus: Tone, key: Tone, good: Tone, warning: Tone,
    negative: Tone,
    positive: Tone, highlight: Tone
  ) {
    (self.ground, self.text) = (ground, text)
    (self.faint, self.border, self.focus) = (faint, border, focus)
    (self.key, self.good, self.warning) = (key, good, warning)
    (self.negative, self.positive, self.highlight) = (negative, positive, highlight)
  }

  static let dark = Tones(
    ground: nil, text: nil, faint: Tone(248, 7), border: Tone(240, 8), focus: Tone(231, 15), key: Tone(183, 13),
    good: Tone(79, 10), warning: Tone(211, 9), negative: Tone(214, 3), positive: Tone(39, 6), highlight: Tone(231, 15))

  static let light = Tones(
    ground: Tone(231, 15), text: Tone(234, 0), faint: Tone(240, 0), border: Tone(248, 8), focus: Tone(16, 0),
    key: Tone(90, 5), good: Tone(22, 4), warning: Tone(160, 1), negative: Tone(130, 1), positive: Tone(25, 4),
    highlight: Tone(161, 5))

  static let highContrast = Tones(
    ground: Tone(16, 0), text: Tone(231, 15), faint: Tone(252, 7), border: Tone(250, 7), focus: Tone(226, 11),
    key: Tone(226, 11), good: Tone(120, 10), warning: Tone(217, 9), negative: Tone(220, 11), positive: Tone(87, 14),
    highlight: Tone(231, 15))
}
