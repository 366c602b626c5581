import Experiments
import Plots
import Screen
import Session

/// Which page of a table's answers the map shows.
public struct MapPanel: Hashable, Sendable {
  /// The page, counted from 0.
  var page = 0
  /// The columns of the page's plane; nil until it is turned to.
  var axes: PlaneAxes?

  /// From where what is learned of two inputs is seen as a mountain; nil is the map from above.
  var camera: Camera?

  /// What is on a page.
  enum Page: Hashable {
    /// The answers beside the truth, and the worst mistakes.
    case predictions
    /// Which columns matter.
    case importance
    /// The plane of two raw inputs.
    case plane(PlaneAxes)
    /// How answers depend on a raw input.
    case dependence(input: Int)
  }

  /// The pages for a run: one, where its input is not a table's.
  func pages(of run: Run) -> [Page] {
    guard run.pictureKind == .table, run.dataset.table != nil, run.dataset.imageSize == nil else {
      return [.predictions]
    }
    let numbers = run.numberInputs
    let plane = numbers.count < 2 ? [] : [Page.plane(valid(among: numbers) ?? PlaneAxes(x: numbers[0], y: numbers[1]))]
    return [.predictions, .importance] + plane + numbers.prefix(50).map { .dependence(input: $0) }
  }

  /// The columns that were chosen, as far as the run still has them.
  private func valid(among numbers: [Int]) -> PlaneAxes? {
    axes.flatMap { numbers.contains($0.x) && numbers.contains($0.y) && $0.x != $0.y ? $0 : nil }
  }

  /// The page that is shown.
  func shown(of run: Run) -> Page {
    let pages = pages(of: run)
    return pages[min(page, pages.count - 1)]
  }

  /// Turns to another page, or a plane to other columns: ← → across, ↑ ↓ up. Says whether it was one of these.
  mutating func turn(_ direction: Visualizer.Action.Direction, in run: Run) -> Bool {
    if canRise(in: run), camera?.turn(direction) == true { return true }
    let count = pages(of: run).count
    switch direction {
    case .pageUp, .pageDown:
      guard count > 1 else { return false }
      page = max(0, min(count - 1, min(page, count - 1) + (direction == .pageDown ? 1 : -1)))
      if case .plane = shown(of: run), axes == nil { axes = Self.axesThatMatter(in: run) }
      return true
    case .left, .right, .up, .down:
      guard case .plane(let axes) = shown(of: run) else { return false }
      let isAcross = direction == .left || direction == .right
      let (moved, other) = isAcross ? (axes.x, axes.y) : (axes.y, axes.x)
      let free = run.numberInputs.filter { $0 != other }
      let next = follower(of: moved, in: free, by: direction == .right || direction == .down ? 1 : -1)
      self.axes = isAcross ? PlaneAxes(x: next, y: other) : PlaneAxes(x: other, y: next)
      return true
    case .home, .end: return false
    }
  }

  /// Turns, tilts or zooms the mountain by the mouse; false where there is none.
  mutating func turn(_ event: MouseEvent, heldAt grip: inout Frame.Position?, in run: Run) -> Bool {
    guard canRise(in: run), camera != nil else { return false }
    camera?.turn(event, heldAt: &grip)
    return true
  }

  /// Makes a mountain of the map, or the other way round; false where the panel shows no plane.
  mutating func changeShape(in run: Run) -> Bool {
    guard canRise(in: run) else { return false }
    camera = camera == nil ? Camera() : nil
    return true
  }

  /// Whether the panel shows what is learned of two inputs, as one number that can be a height: not one of many classes.
  func canRise(in run: Run) -> Bool {
    guard run.history.process.kind == .feedforward, run.trainer.network.layout.layers.last!.units <= 2 else {
      return false
    }
    if case .plane = shown(of: run) { return run.pictureKind == .table }
    return run.pictureKind == .plane
  }

  /// The two columns of numbers that matter most, the first two where that is not known; nil where there are not two.
  static func axesThatMatter(in run: Run) -> PlaneAxes? {
    let numbers = run.numberInputs
    guard numbers.count > 1 else { return nil }
    let named = run.importances.compactMap { one in numbers.first { run.dataset.inputNames[$0] == one.column } }
    let chosen = named + numbers.filter { !named.contains($0) }
    return PlaneAxes(x: chosen[0], y: chosen[1])
  }
}
