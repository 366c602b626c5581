import NeuralNetwork
import Plots
import Screen
import Session
import Training

/// How far a puzzle is solved: what is placed, what clashes, how many ways there are, and how many settlings found one.
struct PuzzleView {
  let settler: Settling
  let arrangement: Arrangement
  let trials: SettlingTrials?
  let theme: Theme

  func draw(into frame: inout Frame, in region: Region) {
    let lines = lines(width: region.width)
    for (row, line) in lines.prefix(region.height).enumerated() {
      frame.write(line, x: region.x, y: region.y + row, maxWidth: region.width)
    }
    let rest = region.split(above: lines.count + 1).1
    guard let trials, rest.height >= 2 else { return }
    BarChart(
      bars(trials), limit: Double(trials.count), format: NumberFormat(width: 4, significantDigits: 3, trimsZeros: true)
    )
    .draw(into: &frame, in: rest, theme: theme)
  }

  private func lines(width: Int) -> [[Span]] {
    let units = settler.state.units
    let (taken, clashes) = (arrangement.taken(in: units).count, arrangement.clashes(in: units).count)
    let isSolved = arrangement.isSolved(by: units)
    let state =
      isSolved ? "solved" : settler.rest == .fixedPoint ? "a local minimum: it rests, unsolved" : "on its way"
    var lines = [
      [Span(state, (isSolved ? theme.good : settler.rest == nil ? theme.text : theme.warning).with(.bold))],
      [Span("\(taken) of \(arrangement.wanted) placed", theme.text)],
      [Span(clashes == 1 ? "1 clash" : "\(clashes) clashes", clashes > 0 ? theme.warning : theme.text)],
      [Span("10^\(NumberFormat.fixed(arrangement.combinationsExponent, decimals: 1)) ways to place them", theme.faint)],
    ]
    if let trials {
      lines += trials.words(isPuzzle: true).wrapped(to: width).map { [Span($0, theme.text)] }
    } else {
      lines.append([Span("W: try 100 settlings", theme.faint)])
    }
    return lines
  }

  /// How many of the settlings ended at each energy.
  private func bars(_ trials: SettlingTrials) -> [BarChart.Bar] {
    let energies = trials.outcomes.map(\.energy)
    return Set(energies).sorted().map { energy in
      BarChart.Bar(
        label: "E = " + NumberFormat.fixed(energy, decimals: 2), value: Double(energies.count { $0 == energy }),
        style: energy == 0 ? theme.good : theme.warning)
    }
  }
}
