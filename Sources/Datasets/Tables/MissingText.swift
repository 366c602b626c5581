/// Texts that say that a cell has no value.
enum MissingText {
  /// Whether a cell that should be a number says that there is none.
  static func isMissing(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan) -> Bool {
    let length = cell.end - cell.start
    if length == 0 { return true }
    guard length <= 12, !beginsWithDigit(text, cell) else { return false }
    return all.contains(lowercased(text, cell))
  }

  /// Whether a cell of text says that there is none: `none` and `-` are texts like any other there.
  static func isMissingText(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan) -> Bool {
    let length = cell.end - cell.start
    if length == 0 { return true }
    guard length <= 12, !beginsWithDigit(text, cell) else { return false }
    let word = lowercased(text, cell)
    return all.contains(word) && !wordsOfTheirOwn.contains(word)
  }

  private static let all: Set<[UInt8]> = Set(
    [
      "na", "n/a", "#n/a", "#na", "<na>", "nan", "-nan", "null", "none", "nil", "nat", "?", "-", "--", "---", ".", "..",
      "*", "missing", "#value!", "#div/0!", "#ref!", "(null)", "n.a.", "–", "—", "\\n",
    ].map { Array($0.utf8) })

  private static let wordsOfTheirOwn: Set<[UInt8]> = Set(["none", "-", "--", "*", "–", "—"].map { Array($0.utf8) })

  /// Whether a cell begins with a digit, as none of the words does: in most tables most cells do.
  private static func beginsWithDigit(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan) -> Bool {
    Byte.digits.contains(text[cell.start])
  }

  private static func lowercased(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan) -> [UInt8] {
    text[cell.start..<cell.end].map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }
}
