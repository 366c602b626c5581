import Screen

extension Frame {
  /// Draws a panel's box in the colours of a theme; the focused one has other strokes, a bold title and brackets about it.
  ///
  /// - Returns: the region inside.
  @discardableResult
  public mutating func drawPanel(
    _ region: Region, title: String, note: String = "", isFocused: Bool = false, theme: Theme
  ) -> Region {
    let style = BoxStyle(
      lines: isFocused ? theme.glyphs.focusLines : theme.glyphs.lines,
      border: isFocused ? theme.focus : theme.border,
      title: isFocused ? theme.title : theme.text,
      note: theme.faint,
      isFocused: isFocused,
      ellipsis: theme.glyphs.ellipsis)
    if isFocused { focus = Position(x: region.x + 2, y: region.y) }
    return drawBox(region, title: title, note: note, style: style)
  }

  /// Writes texts one after another, each in its own style, in at most `maxWidth` columns; returns the columns used.
  @discardableResult
  public mutating func write(_ spans: [Span], x: Int, y: Int, maxWidth: Int = .max) -> Int {
    var used = 0
    for span in spans { used += write(span.text, x: x + used, y: y, style: span.style, maxWidth: maxWidth - used) }
    return used
  }
}

/// A piece of text in one style.
public struct Span: Hashable, Sendable {
  /// The text as it is written, one column a character: see `TextColumns`.
  public var text: String
  /// The style of all its characters.
  public var style: Style

  /// A text in a style; by default the terminal's own colours.
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
