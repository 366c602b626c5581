import Experiments
import LinearAlgebra
import Plots
import Screen
import Session
import Testing

@testable import Visualizer

/// The plane of two columns of a table.
@Suite struct ColumnPlaneTests {
  private func state() throws -> State {
    let opened = try Experiment.open(source: "iris")
    var state = State(
      width: 120, height: 40, theme: Theme(name: .dark, depth: .full, glyphs: .quadrants), demos: [])
    _ = state.reduce(.opened(opened.experiment, opened.dataset))
    _ = state.reduce(.session(.train(updates: 60)))
    _ = state.reduce(.focus(.map))
    return state
  }

  private func axes(_ state: State) -> PlaneAxes? {
    if case .plane(let axes) = state.map.shown(of: state.run!) { axes } else { nil }
  }

  @Test func arrowsChooseTheColumnsAndTheyAreNeverTheSame() throws {
    var state = try state()
    #expect(axes(state) == nil)
    for _ in 0..<2 { _ = state.reduce(.move(.pageDown)) }
    let first = try #require(axes(state))
    #expect(first == MapPanel.axesThatMatter(in: state.run!))
    var seen: Set<PlaneAxes> = []
    for step in 0..<12 {
      _ = state.reduce(.move(step % 4 == 3 ? .down : .right))
      let now = try #require(axes(state))
      #expect(now.x != now.y && (0..<4).contains(now.x) && (0..<4).contains(now.y))
      seen.insert(now)
      let names = state.run!.dataset.inputNames
      #expect(state.picture.text.contains("←→ \(names[now.x])  ↑↓ \(names[now.y])"))
    }
    // Three columns across for each of three up.
    #expect(seen.count == 9)
    _ = state.reduce(.move(.left))
    _ = state.reduce(.move(.right))
    #expect(axes(state).map { seen.contains($0) } == true)
    _ = state.reduce(.move(.pageDown))
    #expect(axes(state) == nil)
  }

  /// Every point of the plane is the network's answer to a row of medians with two of its numbers changed.
  @Test func allOtherColumnsStandAtTheirMedians() throws {
    let run = try state().run!
    let plane = run.plane(width: 3, height: 2, axes: PlaneAxes(x: 3, y: 1))
    let outputs = plane.outputs(of: run.trainer.network)
    let (x, y) = (run.dataset.domain[3], run.dataset.domain[1])
    for (point, (right, up)) in [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)].enumerated() {
      var row = run.dataset.medians(ofRows: run.trainer.data.trainingRows)
      row[3] = x.lowerBound + (x.upperBound - x.lowerBound) * Float(right) / 2
      row[1] = up == 0 ? y.lowerBound : y.upperBound
      let expected = run.outputs(for: Matrix(rows: 1, columns: 4, elements: row))
      #expect(Array(outputs.row(point)) == Array(expected.row(0)))
    }
    for (column, median) in run.dataset.medians(ofRows: run.trainer.data.trainingRows).enumerated() {
      let values = run.trainer.data.trainingRows.map { run.dataset.inputs[$0, column] }
      let below = values.count { $0 < median }, above = values.count { $0 > median }
      #expect(below <= values.count / 2 && above <= values.count / 2 && values.contains(median))
    }
  }

  @Test func aPressLooksAtTheSample() throws {
    var state = try state()
    for _ in 0..<2 { _ = state.reduce(.move(.pageDown)) }
    let inside = try #require(state.layout.slot(of: .map)).region.inset(by: 1, 1)
    let view = state.mapView(state.session!)
    let cells = (inside.y..<inside.maxY).flatMap { y in (inside.x..<inside.maxX).map { (x: $0, y: y) } }
    let cell = try #require(cells.first { view.row(atX: $0.x, y: $0.y, in: inside) == 7 })
    _ = state.reduce(.mouse(MouseEvent(.press, x: cell.x, y: cell.y)))
    #expect(state.run?.lookedAt == 7)
  }
}
