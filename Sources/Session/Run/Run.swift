import Datasets
import ErrorSurfaces
import Experiments
import LinearAlgebra
import NeuralNetwork
import Training

/// One experiment in progress: what was asked for, the data, the network that learns with its past, and how well it does.
public struct Run: Sendable {
  /// The past and the present: see `Course`.
  public internal(set) var history: History<Course>
  /// What the person who looks on chose last, whatever time it is: speed, view, surface.
  var look: Experiment
  /// How well the training part was predicted when it was last measured; nil before.
  public internal(set) var training: Measures?
  /// The same for the test part; nil before, or where there is none.
  public internal(set) var test: Measures?
  /// What was found out beside of a network that hears itself.
  public internal(set) var findings = Findings()
  /// The updates that had been made when they were measured.
  var measured = 0
  /// The worst mistakes, where the input is neither a line nor a plane.
  public internal(set) var wrongAnswers: [WrongAnswer] = []
  /// The way of the weights on the present branch.
  public internal(set) var path = WeightPath()
  /// The same with one difference, run beside; it ends where time or the experiment is changed.
  @Boxed public internal(set) var twin: Twin<Course>? = nil
  /// What the last update added to the weights; nil where that is not known.
  public internal(set) var lastStep: Parameters?
  /// The sample that somebody chose to look at: see `lookedAt`.
  var chosenRow: Int?
  /// How each branch stood at its end, as far as it was measured there.
  public internal(set) var tips: [Branch.ID: Tip] = [:]
  /// The size that the mini-batch mode goes back to.
  var miniBatch = 10
  /// The dataset that came from the experiment's own file, to which the choice of data can return.
  let original: (title: String, recipe: DataRecipe, dataset: Dataset)
  /// - Throws: where data, network and cost do not go together.
  public init(_ experiment: Experiment, dataset: Dataset) throws {
    let engine = try experiment.engine(for: dataset)
    history = History(Course(experiment, dataset: dataset, engine), budget: experiment.historyBudget << 20)
    look = experiment
    original = (experiment.title, experiment.recipe, dataset)
    if case .samples(let size) = experiment.training.batch, size > 1 { miniBatch = size }
    addPoint()
    findings.measureCapacity(of: self.experiment, since: nil)
  }

  /// What is found out beside of a network that hears itself.
  public struct Findings: Sendable {
    /// How well a recurrent network does on the training part, in full.
    public internal(set) var training: RecurrentMeasures?
    /// The same on the test part.
    public internal(set) var test: RecurrentMeasures?
    /// Many settlings from different beginnings, made last; nil where none were.
    public internal(set) var trials: SettlingTrials?
    /// How well random patterns are kept by a memory as large as the present one; nil where its patterns are others.
    public internal(set) var capacity: CapacityCurve?
  }

  /// The end of a branch in numbers.
  public struct Tip: Sendable {
    /// The seed of the branch's experiment.
    public let seed: UInt64
    /// The updates made at its end.
    public let updates: Int
    /// How well the training part was predicted there, as far as it was measured.
    public let training: Measures?
    /// The same for the test part.
    public let test: Measures?

    init(of run: Run) {
      seed = run.experiment.seed
      updates = run.history.process.updates
      (training, test) = (run.training, run.test)
    }
  }

  /// What is asked for at the present position; how it is looked at does not go back in time.
  public var experiment: Experiment { history.process.experiment.looking(like: look) }
  /// The rows as they came.
  public var dataset: Dataset { history.process.dataset }
  /// The feedforward trainer at the present position. Traps where there is none.
  public var trainer: Trainer { history.trainer }
  /// How the cost went on the present branch.
  public var loss: LossHistory { history.branch.loss }
}
