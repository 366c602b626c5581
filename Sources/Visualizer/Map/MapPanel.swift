import Session

/// Which page of a table's answers the map shows.
public struct MapPanel: Hashable, Sendable {
  /// The page, counted from 0.
  var page = 0

  /// What is on a page.
  enum Page: Hashable {
    /// The answers beside the truth, and the worst mistakes.
    case predictions
    /// Which columns matter.
    case importance
    /// How answers depend on a raw input.
    case dependence(input: Int)
  }

  /// The pages for a run: one, where its input is not a table's.
  static func pages(of run: Run) -> [Page] {
    guard run.pictureKind == .table, run.dataset.table != nil, run.dataset.imageSize == nil else {
      return [.predictions]
    }
    return [.predictions, .importance] + run.numberInputs.prefix(50).map { .dependence(input: $0) }
  }

  /// The page that is shown.
  func shown(of run: Run) -> Page {
    let pages = Self.pages(of: run)
    return pages[min(page, pages.count - 1)]
  }

  /// Turns to another page; whether there is any.
  mutating func turn(_ direction: Visualizer.Action.Direction, in run: Run) -> Bool {
    let count = Self.pages(of: run).count
    guard count > 1, direction == .pageUp || direction == .pageDown else { return false }
    page = max(0, min(count - 1, min(page, count - 1) + (direction == .pageDown ? 1 : -1)))
    return true
  }
}
