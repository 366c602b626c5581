import ErrorSurfaces
import Plots
import Screen
import Session

extension SurfaceScene {
  /// The rows that the table of a race takes.
  var tableRows: Int { isRacing ? (race?.racers.count ?? 0) + 1 : 0 }
}

extension SurfaceView {
  /// The racers by their cost: rank, optimizer, rate, cost, distance walked.
  func drawRace(into frame: inout Frame, in region: Region) {
    guard scene.isRacing, let race = scene.race, !region.isEmpty else { return }
    let head = "  optimizer     rate    cost  walked"
    frame.write(head, in: region, style: theme.faint)
    for (row, number) in race.standings.prefix(max(0, region.height - 1)).enumerated() {
      let line = Region(x: region.x, y: region.y + 1 + row, width: region.width, height: 1)
      drawRacer(race.racers[number], race.costs[number], theme.series(number), into: &frame, in: line)
    }
  }

  private func drawRacer(
    _ racer: Racer, _ cost: Double, _ look: SeriesLook, into frame: inout Frame, in line: Region
  ) {
    let name = racer.entrant.optimizer.rawValue.padding(to: 10)
    let rate = NumberFormat(width: 7, significantDigits: 3, trimsZeros: true).padded(Double(racer.entrant.rate))
    let format = NumberFormat(width: 7, significantDigits: 3)
    let numbers = "\(format.padded(cost)) \(format.padded(racer.distance))"
    frame.write(
      [
        Span("\(look.glyph) \(name)", look.style), Span(rate + " ", theme.faint),
        Span(numbers, theme.text), Span(racer.hasDiverged ? " off" : "", theme.warning),
      ], x: line.x, y: line.y, maxWidth: line.width)
  }
}
