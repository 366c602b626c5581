import Datasets
import Experiments
import ScratchFolder
import Session
import Testing

/// The test part is opened by a deliberate act, and never before.
struct UnsealingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Two inputs; the class is the sign of their sum, the number a multiple of it.
  private func own(_ label: String, _ sets: [String] = []) throws -> OwnData {
    let rows = (0..<200).map { row in
      let (a, b) = (Double(row * 37 % 101) / 50 - 1, Double(row * 53 % 97) / 48 - 1)
      return "\(a),\(b),\(a + b > 0 ? "up" : "down"),\((a + b) * 1000 + 50_000)\n"
    }
    let path = try scratch.file("own.csv", "a,b,side,height\n" + rows.joined())
    let other = label == "side" ? "height" : "side"
    return try OwnData(path, ["data.label=\(label)", "data.columns={\(other): out}"] + sets)
  }

  @Test func classes() throws {
    var own = try own("side")
    own.train(600)
    #expect(own.session.report == nil)
    own.perform(.unseal)
    let report = try #require(own.session.report)
    #expect(report.count == 40 && report.openings == 1 && report.updates == 600)
    guard case .classes(let score) = report.score else { return #expect(Bool(false), "the label is a class") }
    #expect(score.confusion.reduce(0) { $0 + $1.reduce(0, +) } == 40)
    #expect(score.report.accuracy > 0.85 && score.interval.low < score.report.accuracy)
    #expect(score.majority < 0.6 && score.linear ?? 0 > 0.85)
    #expect(score.calibration.bins.reduce(0) { $0 + $1.count } == 40)
  }

  @Test func numbersInTheirOwnUnits() throws {
    var own = try own("height")
    own.train(900)
    own.perform(.unseal)
    guard case .numbers(let score) = try #require(own.session.report).score else {
      return #expect(Bool(false), "the label is a number")
    }
    #expect(score.actual.allSatisfy { abs($0 - 50_000) < 2100 } && score.actual.count == 40)
    #expect(score.errors.r2 ?? 0 > 0.9 && score.errors.rmse < 300 && score.mean.rmse > 300)
    #expect(score.linear?.r2 ?? 0 > 0.99)
  }

  @Test func eachLookIsCountedWhateverTimeItIs() throws {
    var own = try own("side")
    for count in 1...3 {
      own.train(20)
      own.perform(.unseal)
      #expect(own.session.report?.openings == count && own.session.unsealings == count)
      own.perform(.step(back: true))
    }
    own.perform(.restart(newWeights: true))
    own.perform(.unseal)
    #expect(own.session.report?.openings == 4)
  }

  @Test func trainingIsTheSameWhetherTheSealIsBrokenOrNot() throws {
    var (one, two) = (try own("side"), try own("side"))
    one.train(100)
    one.perform(.unseal)
    for play in 0..<2 { play == 0 ? one.train(100) : two.train(200) }
    #expect(one.run.trainer.network == two.run.trainer.network && one.run.test == two.run.test)
  }

  @Test func whereNothingIsSealed() throws {
    var own = try own("side", ["data.split=none"])
    own.perform(.unseal)
    #expect(own.session.report == nil && own.session.unsealings == 0)
  }
}
