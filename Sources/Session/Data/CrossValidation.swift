import Datasets
import Experiments
import Training

/// k-fold cross-validation: the rows are dealt into k folds, and k networks are trained, each tested on the fold that it
/// has not seen.
///
/// What one split shows by luck is seen as what it is: the mean over the folds, and how far they lie apart. Each fold is
/// a whole training of its own: weights and order from its own seed, scales fitted to its own training part. A sealed
/// test part is in no fold.
public struct CrossValidation: Sendable {
  /// What was asked for.
  public let experiment: Experiment
  /// The folds that have been trained.
  public private(set) var folds: [Fold] = []
  private let dataset: Dataset
  private let parts: [RowParts]

  /// Deals the rows: each class in equal shares, whole groups where the split is by group; where it is by time, each
  /// fold is tested on what comes after its training part. Traps unless `count` is at least 2.
  ///
  /// - Throws: a `Mistake` where there are too few rows or groups.
  public init(of experiment: Experiment, _ dataset: Dataset, folds count: Int) throws(Mistake) {
    (self.experiment, self.dataset) = (experiment, dataset)
    do throws(DataError) { parts = try dataset.folds(count, for: experiment.recipe) } catch {
      throw Mistake(.data(error))
    }
  }

  /// How many folds there are.
  public var count: Int { parts.count }

  /// The rows that are in a fold.
  public var rows: Int { parts.map(\.test.count).reduce(0, +) }

  /// The trainer of a fold, from 0, that has not begun; its `data.test` is what the fold is tested on.
  ///
  /// - Throws: a `Mistake` where network and data do not go together.
  public func trainer(ofFold number: Int) throws(Mistake) -> Trainer {
    var own = experiment
    own.seed = seed(ofFold: number)
    let data: LearningData
    do throws(DataError) {
      data = try dataset.prepared(for: own.recipe, coding: own.coding(for: dataset), parts: parts[number])
    } catch {
      throw Mistake(.data(error))
    }
    try own.check(with: data)
    return own.trainer(for: data)
  }

  /// The seed of a fold's weights and order: the experiment's, counted on.
  public func seed(ofFold number: Int) -> UInt64 { experiment.seed &+ UInt64(number) }

  /// Takes down what the trainer of the next fold has come to.
  public mutating func take(_ trainer: Trainer) {
    let number = folds.count
    let linear = experiment.linearTrainer(for: trainer.data)
    let report = TestReport(of: trainer, on: trainer.data.test, beside: linear, openings: 0)
    folds.append(
      Fold(
        number: number + 1, seed: seed(ofFold: number), trained: trainer.data.training.count,
        tested: trainer.data.test.count, epochs: trainer.epoch, divergence: trainer.divergence,
        values: Self.values(of: report, cost: trainer.measureTest()?.cost)))
  }

  private static func values(of report: TestReport, cost: Double?) -> [Measure: Double] {
    var values: [Measure: Double?] = [.cost: cost]
    switch report.score {
    case .classes(let score):
      values[.accuracy] = score.report.accuracy
      values[.majority] = score.majority
      values[.linear] = score.linear
    case .numbers(let score):
      values[.r2] = score.errors.r2
      values[.rmse] = score.errors.rmse
      values[.mae] = score.errors.mae
      values[.meanRMSE] = score.mean.rmse
      values[.linearRMSE] = score.linear?.rmse
    }
    return values.compactMapValues { $0 }.filter { $0.value.isFinite }
  }
}

extension CrossValidation {
  /// One fold and what came of it.
  public struct Fold: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// What its weights and its order come from.
    public let seed: UInt64
    /// The rows that were learned from.
    public let trained: Int
    /// The rows that it was tested on.
    public let tested: Int
    /// The epochs that were completed.
    public let epochs: Int
    /// What broke its training off; nil where nothing did.
    public let divergence: Divergence?
    /// What was measured on the rows that it was tested on.
    public let values: [Measure: Double]
  }

  /// What is measured of a fold, by its name in JSON; numbers to predict are in their own units.
  public enum Measure: String, CaseIterable, Sendable {
    case accuracy, majority, linear, r2, rmse, mae, meanRMSE = "mean_rmse", linearRMSE = "linear_rmse", cost

    /// The measure's name above a column.
    public var title: String {
      switch self {
      case .accuracy: "accuracy"
      case .majority: "most frequent"
      case .linear: "no hidden layer"
      case .r2: "R²"
      case .rmse: "RMSE"
      case .mae: "MAE"
      case .meanRMSE: "RMSE of the mean"
      case .linearRMSE: "of no hidden layer"
      case .cost: "cost"
      }
    }

    /// Whether it is a share of 1.
    public var isShare: Bool { [.accuracy, .majority, .linear].contains(self) }
  }

  /// The measures that any fold has, in the order of a table.
  public var measures: [Measure] { Measure.allCases.filter { measure in folds.contains { $0.values[measure] != nil } } }

  /// The mean of a measure over the folds that have it, and their standard deviation (of a sample: n − 1); nil where
  /// none has it, the deviation where only one has.
  public func summary(of measure: Measure) -> (mean: Double, deviation: Double?)? {
    let values = folds.compactMap { $0.values[measure] }
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil)
  }
}
