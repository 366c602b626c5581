import Foundation
import NeuralNetwork
import Testing

@testable import Training

/// Going back is quick, and the past costs little: only of optimized code.
@Suite(.serialized, .enabled(if: isOptimized)) struct SpeedTests {
  @Test(arguments: [BatchSize.samples(1), .samples(32), .all])
  func oneStepBackOnADigitsSizedNetwork(batch: BatchSize) {
    let settings = TrainingSettings(optimizer: .adam, learningRate: 0.01, batch: batch)
    var history = History(someTrainer([64, 32, 10], settings, rows: 1_000))
    for _ in 0..<3_000 { history.step() }
    let worst = (0..<50).map { _ in milliseconds { history.back(by: .update) } }.max()!
    print("one step back on 64-32-10, batch \(batch): at most \(worst) ms")
    #expect(worst < 16)
  }

  @Test(arguments: [BatchSize.samples(1), .samples(10)])
  func aHundredThousandUpdatesBack(batch: BatchSize) {
    var history = History(someTrainer([2, 8, 8, 1], TrainingSettings(batch: batch), rows: 250))
    for _ in 0..<1_000_000 { history.step() }
    let tip = history.trainer.clock
    let clock = history.trainer.clock / 10 * 9
    let time = milliseconds { history.go(to: clock) }
    print(
      "100,000 updates back on 2-8-8-1, batch \(batch): \(time) ms; \(history.bytes) bytes, reach \(history.reach)"
    )
    #expect(time < 300)
    #expect(history.bytes < history.budget)
    #expect(history.reach == 0)
    let first = milliseconds { history.go(to: 12_345) }
    print("to update 1,371 of a million: \(first) ms")
    #expect(first < 300)
    history.go(to: tip)
    #expect(history.isAtTip)
  }

  @Test func aMillionUpdatesStayWithinTheBudget() {
    let settings = TrainingSettings(optimizer: .adam, learningRate: 0.001, batch: .samples(1))
    var history = History(someTrainer([64, 32, 10], settings, rows: 1_000))
    let before = residentBytes
    for _ in 0..<1_000_000 { history.step() }
    let grown = residentBytes - before
    print(
      "a million updates of 64-32-10 by Adam: \(history.bytes) bytes kept, \(grown) resident, reach \(history.reach)")
    #expect(history.bytes <= history.budget)
    #expect(grown < history.budget * 3 / 2)
    let end = Fingerprint(history.trainer)
    let tip = history.trainer.clock
    let times = (0..<10).map { place in milliseconds { history.go(to: tip / 10 * place) } }
    print("to each tenth of it: at most \(times.max()!) ms")
    #expect(times.max()! < 300)
    history.go(to: tip)
    #expect(Fingerprint(history.trainer).differences(from: end) == [])
  }

  @Test func thePastCostsLittle() {
    let trainer = someTrainer([2, 8, 8, 1], TrainingSettings(batch: .samples(1)), rows: 250)
    var (plain, history) = (trainer, History(trainer))
    var times: [(Double, Double)] = []
    for _ in 0..<5 {
      let alone = milliseconds { for _ in 0..<100_000 { plain.step() } }
      let kept = milliseconds { for _ in 0..<100_000 { history.step() } }
      times.append((alone, kept))
    }
    let (alone, kept) = (times.map(\.0).min()!, times.map(\.1).min()!)
    print("100,000 updates of one sample on 2-8-8-1: \(alone) ms, with its past \(kept) ms")
    #expect(kept < alone * 1.25)
  }
}

/// The processor time that this thread takes for something: others may be busy beside it.
private func milliseconds(_ body: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
  let start = now()
  body()
  return now() - start
}

/// The memory that the program holds.
private var residentBytes: Int {
  let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
  return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * Int(getpagesize()) } ?? 0
}

private var isOptimized: Bool {
  var isDebug = false
  assert({ isDebug = true }() == ())
  return !isDebug
}
