import Experiments
import Plots
import Screen
import Testing

@testable import Session
@testable import Visualizer

/// What is set beside each other: twins, curves of two costs, guesses.
struct ComparisonTests {
  private func state() -> State {
    var state = State.spiral(width: 120, height: 40)
    state.perform(.session(.toggleRun))
    for _ in 0..<20 { state.perform(.stepForward) }
    return state
  }

  private func health(_ state: State) -> String {
    var frame = Frame(width: 120, height: 30)
    HealthView(trainer: state.run!.trainer, theme: state.theme)
      .draw(into: &frame, in: Region(x: 0, y: 0, width: 120, height: 30))
    return frame.text
  }

  @Test func theLegendOfATwinHasBothCosts() {
    var state = state()
    let number = NumberFormat(width: 7, significantDigits: 3)
    state.perform(.session(.toggleTwin))
    state.perform(.session(.set(.learningRate, to: "0.3")))
    for _ in 0..<20 { state.perform(.stepForward) }
    let (run, names) = (state.run!, LossPanel().plot(state.run!).series.map(\.name))
    #expect(names.contains("train " + number.string(run.training!.cost)))
    #expect(names.contains("\(run.twin!.difference) " + number.string(run.twin!.training!.cost)))
    #expect(run.training!.cost != run.twin!.training!.cost)
  }

  @Test func theCurveOfANewCostIsDrawnAlone() {
    var state = state()
    state.perform(.session(.set(.cost, to: "huber")))
    #expect(LossPanel().plot(state.run!).xRange == 20...30)
    for _ in 0..<30 { state.perform(.stepForward) }
    let plot = LossPanel().plot(state.run!)
    #expect(plot.xRange == 20...50 && plot.events.map(\.label) == ["cost quadratic → huber"])
    #expect(plot.series.allSatisfy { $0.samples.allSatisfy { $0.x >= 20 } })
  }

  @Test func zerosAndGuessesAreCounted() {
    var state = state()
    #expect(health(state).contains("w = 0") && health(state).contains("0 of 16"))
    state.perform(.session(.setParameter(index: 0, to: 0)))
    #expect(health(state).contains("1 of 16"))
    state.perform(.session(.set(.optimizer, to: "random-search")))
    let report = RandomSearchReport(of: state.run!.trainer)
    #expect(report.weights == 105 && report.combinationsExponent == 315)
    #expect(
      health(state).contains(
        "of \(report.tries) random steps \(report.helped) help; 10^315 combinations of 105 weights"))
  }
}
