import ErrorSurfaces
import NeuralNetwork
import Plots
import Screen
import Session

/// The error surface as it is drawn.
struct SurfaceView {
  let run: Run
  let scene: SurfaceScene
  let panel: SurfacePanel
  let theme: Theme

  /// The title of the panel.
  var title: String {
    let plane = scene.axes.words
    let name = "surface\(scene.progress.map { " \($0.words)" } ?? "")"
    return switch scene.occupant {
    case .walker: "\(name) · \(plane) · fog"
    case .racers: "\(name) · \(plane) · race"
    case .weights, .ball: "\(name) · \(plane)"
    }
  }

  /// The error surface with what is on it, lines of numbers, and the table of a race.
  func draw(into frame: inout Frame, in region: Region) {
    let places = SurfaceLayout(region, of: scene)
    guard let result = scene.result, !scene.awaitsFog else { return drawAbsence(into: &frame, in: region) }
    let picture = SurfacePicture(result: result, view: self)
    let parts = panel.parts(of: places.map)
    if let chart = parts.chart { picture.heatMap(in: chart).draw(into: &frame, in: chart, theme: theme) }
    if let mountain = parts.mountain { picture.mountain(in: mountain).draw(into: &frame, in: mountain, theme: theme) }
    for (row, spans) in [readout(result), axesLine(result)].prefix(places.words.height).enumerated() {
      let room = places.words.width - 1
      frame.write(spans.fitting(room), x: places.words.x + 1, y: places.words.y + row, maxWidth: room)
    }
    drawRace(into: &frame, in: places.table)
    drawProfile(result, into: &frame, in: places.profile)
  }

  /// Why there is no picture: no plane, or not yet.
  private func drawAbsence(into frame: inout Frame, in region: Region) {
    var words = [scene.progress.map { "computing the surface: \($0.words)" } ?? "computing the surface …"]
    if case .refused(_, let error) = scene.outcome {
      words = [error.description] + [error.hint].compactMap { $0 }
      if scene.isRacing, case .pathTooShort = error {
        words = ["six optimizers at the same start", "Space lets them run"]
      }
    }
    let lines = words.flatMap { $0.wrapped(to: max(1, region.width - 2)) }
    for (row, line) in lines.enumerated() {
      frame.write(
        line, in: region, row: max(0, (region.height - lines.count) / 2) + row, style: theme.faint, alignment: .center)
    }
  }
}

extension SurfaceProgress {
  /// How far it is: `43 %` of the costs; most planes are made in one go.
  fileprivate var words: String {
    switch part {
    case .plane: percent == 0 ? "plane" : "plane \(percent) %"
    case .costs: "\(percent) %"
    }
  }
}

extension [Span] {
  /// The first of the spans and as many more as have room.
  fileprivate func fitting(_ width: Int) -> [Span] {
    var used = 0
    return enumerated().prefix { number, span in
      used += span.text.columnCount
      return number == 0 || used <= width
    }.map(\.element)
  }
}
