import CCurses
import Screen

/// Makes of a cell what a terminal is to show in its place: colours of its depth, attributes that it has, characters that it
/// shows in one column. Cells that would look the same become equal, so that nothing is sent for their difference.
struct Rendition: Hashable, Sendable {
  let depth: ColorDepth
  let capabilities: Capabilities
  /// Whether what is not ASCII may be sent.
  let showsUnicode: Bool
  private var styles: [Style: Style] = [:]

  init(depth: ColorDepth, capabilities: Capabilities, showsUnicode: Bool) {
    self.depth = capabilities.hasRendition ? depth : .none
    self.capabilities = capabilities
    self.showsUnicode = showsUnicode
    Self.adoptTables
  }

  /// A row of cells as it is shown.
  mutating func shown(_ cells: some Sequence<Cell>) -> [Cell] {
    var last = (style: Style.plain, shown: Style.plain)
    return cells.map { cell in
      if cell.style != last.style { last = (cell.style, shown(cell.style)) }
      return Self.simplest(Cell(showable(cell.scalar), last.shown))
    }
  }

  /// The system knows the widths of characters once it has been told to.
  private static let adoptTables: Void = { _ = ccurses_adopt_locale() }()

  private mutating func shown(_ style: Style) -> Style {
    if let known = styles[style] { return known }
    let foreground = Self.shortest(style.foreground.converted(to: depth))
    let background = Self.shortest(style.background.converted(to: depth))
    var attributes = style.attributes.intersection(capabilities.hasRendition ? capabilities.attributes : [])
    if foreground != .standard || background != .standard { attributes.subtract(capabilities.colorless) }
    if styles.count >= 1 << 16 { styles.removeAll(keepingCapacity: true) }
    styles[style] = Style(foreground, on: background, attributes)
    return Style(foreground, on: background, attributes)
  }

  /// A 24-bit colour that xterm's table has too is named by its number there, which is shorter. Not by the first few of the
  /// table's own, which some people redefine along with the ANSI colours.
  private static func shortest(_ color: Color) -> Color {
    guard color.paletteIndex == nil, color.components != nil else { return color }
    let named = color.converted(to: .palette)
    guard let index = named.paletteIndex, index > 21, named.components == color.components else { return color }
    return named
  }

  /// A blank has no foreground, and neither have two equal halves.
  private static func simplest(_ cell: Cell) -> Cell {
    let isPlain = cell.style.attributes.isDisjoint(with: [.underline, .reverse])
    let isHalf = cell.scalar == "▀" || cell.scalar == "▄"
    let isEven = isHalf && cell.style.foreground == cell.style.background && cell.style.foreground != .standard
    guard isPlain, cell.scalar == " " || isEven else { return cell }
    return Cell(" ", Style(.standard, on: cell.style.background))
  }

  private func showable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if (0x20..<0x7f).contains(scalar.value) { return scalar }
    return showsUnicode && ccurses_width(scalar.value) == 1 ? scalar : "?"
  }
}

extension Cell {
  /// Whether it shows nothing but its background.
  var isBlank: Bool { scalar == " " && style.attributes.isDisjoint(with: [.underline, .reverse]) }
}
