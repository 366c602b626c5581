import Screen

/// Makes of a frame the bytes that bring it onto a terminal, from what is there already: as few as it can.
///
/// A value without output. Only cells that look different are sent. They form runs of one style; a run is written by the cheaper
/// of its characters and an erasure, and the runs go out in the order in which movement and change of colour together cost
/// least, looking a few dozen runs ahead: colours are the most of a frame's bytes, and a run of the same colour is
/// seldom far. Half blocks may go out upside down, their colours exchanged, where that saves a colour.
public struct FrameEncoder: Sendable {
  let capabilities: Capabilities
  var rendition: Rendition
  /// What the terminal shows, row by row; nil where that is not known.
  private var shown: [[Cell]]?
  private var shownFrame: Frame?
  private(set) var width = 0
  /// The style that the terminal writes with, and where its cursor is; nil where that is not known.
  var pen: Style? = nil
  var position: Frame.Position?
  private var isCursorShown: Bool?
  var bytes: [UInt8] = []

  /// - Parameter showsUnicode: Whether what is not ASCII may be sent; a question mark stands for it otherwise.
  public init(capabilities: Capabilities = .standard, depth: ColorDepth, showsUnicode: Bool = true) {
    self.capabilities = capabilities
    rendition = Rendition(depth: depth, capabilities: capabilities, showsUnicode: showsUnicode)
  }

  /// Forgets what the terminal shows: the next frame is sent whole, onto a cleared screen.
  public mutating func forget() {
    (shown, shownFrame, pen, position, isCursorShown) = (nil, nil, nil, nil, nil)
  }

  /// The bytes that make a terminal of some size show a frame. What the frame lacks is blank, what it has beyond is cut.
  public mutating func encode(_ frame: Frame, width: Int, height: Int) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    if shown == nil || shown!.count != height || self.width != width { clear(width: width, height: height) }
    write(changedRuns(in: frame))
    shownFrame = frame
    func inside(_ place: Frame.Position?) -> Frame.Position? {
      place.flatMap { $0.x >= 0 && $0.y >= 0 && $0.x < width && $0.y < height ? $0 : nil }
    }
    park(inside(frame.cursor), else: inside(frame.focus))
    return bytes
  }

  private mutating func clear(width: Int, height: Int) {
    forget()
    setPen(.plain)
    append(capabilities.clear)
    self.width = width
    shown = Array(repeating: Array(repeating: .blank, count: width), count: height)
    shownFrame = Frame(width: width, height: height)
  }

  private mutating func changedRuns(in frame: Frame) -> [Run] {
    var runs: [Run] = []
    for y in 0..<shown!.count where !isSameRow(y, frame) {
      let given = y < frame.height ? frame.cells[y * frame.width..<y * frame.width + min(width, frame.width)] : []
      var row = rendition.shown(given)
      row += Array(repeating: .blank, count: width - row.count)
      // The last cell of some screens cannot be written without everything moving up.
      if y == shown!.count - 1, !capabilities.hasLastCell, width > 0 { row[width - 1] = shown![y][width - 1] }
      if row != shown![y] { findRuns(from: shown![y], to: row, y: y, into: &runs) }
      shown![y] = row
    }
    return runs
  }

  private func isSameRow(_ y: Int, _ frame: Frame) -> Bool {
    guard let before = shownFrame, before.width == frame.width, y < before.height, y < frame.height else {
      return false
    }
    let cells = y * frame.width..<(y + 1) * frame.width
    return before.cells[cells] == frame.cells[cells]
  }

  /// Puts the terminal's own cursor where a screen reader looks for it, or hides it there.
  private mutating func park(_ cursor: Frame.Position?, else hidden: Frame.Position?) {
    if let place = cursor ?? hidden { move(to: place) }
    guard isCursorShown != (cursor != nil) else { return }
    append(cursor == nil ? capabilities.hideCursor : capabilities.showCursor)
    isCursorShown = cursor != nil
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
