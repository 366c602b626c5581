import Datasets
import Testing

/// The numbers are scikit-learn's and scipy's; see `evaluation_fixtures.py` beside this file.
struct EvaluationTests {
  @Test(
    arguments: [
      (0, 10, 0.0, 0.27753279986288926), (7, 10, 0.39677814746114526, 0.892208732593699),
      (10, 10, 0.7224672001371109, 1.0), (45, 50, 0.7863976856252034, 0.9565242350681095),
      (1, 1, 0.20654931437723745, 1.0), (497, 1000, 0.4660816352651897, 0.5279413252857236),
    ])
  func wilson(_ successes: Int, _ trials: Int, _ low: Double, _ high: Double) {
    let interval = WilsonInterval(successes: successes, trials: trials)
    #expect(abs(interval.low - low) < 1e-12 && abs(interval.high - high) < 1e-12)
  }

  @Test func precisionAndRecall() {
    let report = ClassReport(confusion: [[5, 1, 0], [2, 7, 3], [0, 0, 4]])
    func agree(_ measure: KeyPath<ClassReport.Row, Double>, _ expected: [Double]) -> Bool {
      zip(report.rows, expected).allSatisfy { abs($0[keyPath: measure] - $1) < 1e-12 }
    }
    #expect(agree(\.precision, [0.7142857142857143, 0.875, 0.5714285714285714]))
    #expect(agree(\.recall, [0.8333333333333334, 0.5833333333333334, 1]))
    #expect(agree(\.f1, [0.7692307692307693, 0.7, 0.7272727272727273]))
    #expect(report.rows.map(\.support) == [6, 12, 4] && report.accuracy == 16.0 / 22)
    #expect(abs(report.balancedAccuracy - 0.8055555555555557) < 1e-12)
    #expect(abs(report.macro(\.recall) - 0.8055555555555557) < 1e-12)
  }

  @Test func aClassThatIsNeverCalledHasNoPrecision() {
    let report = ClassReport(confusion: [[2, 0], [3, 0]])
    #expect(report.rows[1].precision == 0 && report.rows[1].recall == 0 && report.rows[1].f1 == 0)
  }

  @Test func calibration() {
    let confidences = [0.05, 0.31, 0.62, 0.64, 0.77, 0.91, 0.99, 1]
    let right = [false, false, true, false, true, true, true, true]
    let made = Calibration(confidences: confidences, isRight: right, bins: 5)
    #expect(abs(made.brier - 0.0892125) < 1e-12)
    #expect(made.bins.map(\.count) == [1, 1, 3, 3] && made.bins.reduce(0) { $0 + $1.count } == 8)
    #expect(abs(made.bins[2].accuracy - 2.0 / 3) < 1e-12 && abs(made.bins[2].confidence - 2.03 / 3) < 1e-12)
    let expected = (0.05 + 0.31 + abs(2.0 - 2.03) + abs(3 - 2.9)) / 8
    #expect(abs(made.expectedError - expected) < 1e-12)
  }

  @Test func regressionErrors() throws {
    let made = RegressionErrors(predicted: [2.5, 0, 2, 8, 999_999], actual: [3, -0.5, 2, 7, 1_000_001])
    #expect(abs(made.rmse - 1.0488088481701516) < 1e-12 && abs(made.mae - 0.8) < 1e-12)
    #expect(abs(try #require(made.r2) - 0.9999999999931249) < 1e-12)
    #expect(abs(made.bias + 0.2) < 1e-12)
    #expect(RegressionErrors(predicted: [1, 2], actual: [3, 3]).r2 == nil)
  }

  @Test func errorsInTheLabelsOwnUnits() {
    let transform = OutputTransform(offset: 1_600_000_000, divisor: 50)
    let made = RegressionErrors(outputs: [0, 1], targets: [1, 1], transform: transform)
    #expect(made.mae == 25 && made.bias == -25)
    #expect(transform.label(ofOutput: transform.output(forLabel: 1_600_000_100)) == 1_600_000_100)
  }
}
