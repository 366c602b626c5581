/// Frames as one document of Scalable Vector Graphics that plays by itself, over and over, in browsers and slides.
///
/// The first frame is drawn whole; of each later one what has changed, over what was there, in a group that appears at its
/// time (SMIL animation, SVG 1.1 chapter 19).
public struct AnimatedSVG: Sendable {
  /// Cell size and colours.
  public let style: PictureStyle
  /// How long it plays before it begins anew, in seconds.
  public let duration: Double
  private var last: Frame?
  private var body = ""

  /// A document without a frame so far. Traps unless it takes some time.
  public init(style: PictureStyle = .dark, duration: Double) {
    precondition(duration > 0, "an animation takes some time, got \(duration) s")
    (self.style, self.duration) = (style, duration)
  }

  /// Adds a frame, `seconds` after the start. Traps where it has another size than the first.
  public mutating func add(_ frame: Frame, at seconds: Double) {
    let drawing = SVGDrawing(style: style)
    defer { last = frame }
    guard let last else {
      for y in 0..<frame.height { body += drawing.cells(frame.row(y), 0..<frame.width, y) }
      return
    }
    precondition(frame.width == last.width && frame.height == last.height, "frames of an animation have one size")
    var changes = ""
    for y in 0..<frame.height {
      let (row, before) = (frame.row(y), last.row(y))
      for columns in Self.changedColumns(from: before, to: row) {
        changes += drawing.cells(row, columns, y, coversGround: true)
      }
    }
    guard !changes.isEmpty else { return }
    let share = min(1, max(0, seconds / duration))
    body += """
      <g visibility="hidden"><animate attributeName="visibility" values="hidden;visible" keyTimes="0;\(Self.short(share))" \
      calcMode="discrete" dur="\(Self.short(duration))s" repeatCount="indefinite"/>
      \(changes)</g>

      """
  }

  /// The whole document. Empty but for its ground where no frame was added.
  public var document: String {
    style.head(width: last?.width ?? 0, height: last?.height ?? 0) + body + PictureStyle.foot
  }

  /// Up to five decimals.
  private static func short(_ number: Double) -> String {
    let rounded = (number * 1e5).rounded() / 1e5
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  /// The stretches of a row in which cells have changed; a word that has changed in part counts as changed, so that its letters
  /// stand as evenly as they did.
  private static func changedColumns(from before: [Cell], to row: [Cell]) -> [Range<Int>] {
    guard before != row else { return [] }
    var isChanged = zip(before, row).map { $0 != $1 }
    let words = row.indices.split { row[$0].scalar == " " || GlyphShape.isShape(row[$0].scalar) }
    for word in words where word.contains(where: { isChanged[$0] }) {
      for x in word { isChanged[x] = true }
    }
    return row.indices.split { !isChanged[$0] }.map { $0.startIndex..<$0.endIndex }
  }
}
