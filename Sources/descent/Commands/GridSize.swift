import Experiments

/// The columns and rows of a grid, as an option gives them: `80x48`.
struct GridSize {
  let width: Int
  let height: Int

  /// The most points that are computed at a time.
  static let limit = 4_000_000

  /// - Throws: a `Mistake` where the text is no size, or one of more than `limit` points.
  init(_ text: String, limit: Int = limit, of things: String = "points") throws(Mistake) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], width > 0, height > 0 else {
      throw Mistake(
        .impossible(expected: "columns x rows such as 80x48", found: "\"\(text)\""), at: .option("--size"))
    }
    let (points, overflows) = width.multipliedReportingOverflow(by: height)
    guard !overflows, points <= limit else {
      throw Mistake(.impossible(expected: "at most \(limit) \(things)", found: text), at: .option("--size"))
    }
    (self.width, self.height) = (width, height)
  }
}
