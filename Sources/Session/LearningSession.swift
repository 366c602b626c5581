import Datasets
import Experiments
import NeuralNetwork
import Training

/// The program without a screen: one experiment being learned, with everything that can be done to it.
///
/// A value that changes by `perform` alone. What it wants said, read or shown comes back as `Effect`s, so that a screen, a
/// log of lines and a test can each do with them what suits them. All that belongs to the run ends with it: another experiment
/// is another session.
public struct LearningSession: Sendable {
  /// The network that learns, with its past.
  public internal(set) var run: Run
  /// The error surface and who walks on it.
  public internal(set) var scene = SurfaceScene()
  /// The lesson of the experiment, as far as the learner has come; nil where there is none.
  public internal(set) var lesson: Lesson?
  /// The travel through the history, while there is one.
  public internal(set) var timeline: Timeline?
  /// Whether training goes on whenever there is time for it.
  public internal(set) var isRunning: Bool
  /// How much one step forward or back is.
  public internal(set) var granularity: Granularity
  /// Updates a second as they were measured; nil before that.
  public internal(set) var pace: Double?
  /// Whether the next change runs beside, as a twin, in place of changing the run.
  public internal(set) var asksWhatIf = false
  /// What broke and why it may have; nil while nothing has.
  public internal(set) var divergence: DivergenceReport?

  /// What the sealed test part said when it was last opened; nil before.
  public internal(set) var report: TestReport?
  /// How often the sealed test part has been opened; going back in time does not unsee it.
  public internal(set) var unsealings = 0

  /// The multiply-adds that may be done while somebody waits at the keyboard; what takes more is left to be done beside, see
  /// `Workload`. Nil where nobody waits: everything is then done at once.
  public internal(set) var patience: Int?

  /// Whether the rule that ends the training holds and has halted the run.
  var isPastStop = false
  /// A change of a setting that waits for rows.
  var awaitedChange: AwaitedChange?

  /// What is wanted in return for the action being performed.
  var effects: [Effect] = []

  /// Opens an experiment. It runs at once, but where somebody walks in fog or there is a lesson to be read first; the lesson's
  /// first step may ask for rows: see `beginLesson`.
  ///
  /// - Throws: where data, network and cost do not go together.
  public init(_ experiment: Experiment, dataset: Dataset, granularity: Granularity = .update) throws {
    run = try Run(experiment, dataset: dataset)
    self.granularity = granularity
    isRunning = experiment.surfaceMode != .fog
    scene.follow(run)
  }

  /// Something that happens to a session.
  public enum Action: Hashable, Sendable {
    // Time.
    /// Lets training run, or holds it.
    case toggleRun
    /// Makes so many updates, where it is running.
    case train(updates: Int)
    /// Makes one step of the granularity that is set, or takes one back.
    case step(back: Bool)
    /// The next smaller or larger step: neuron, layer, sample, update, epoch.
    case finerSteps, coarserSteps
    /// Begins training again: from the same weights, or from those of the next seed.
    case restart(newWeights: Bool)
    /// What was measured of its speed.
    case pace(updatesPerSecond: Double)
    /// How many multiply-adds who waits puts up with.
    case patience(Int?)
    /// Measures where it stands still and that was left to be done beside.
    case measure

    // Changes.
    /// The next or previous choice of a setting; activation and units are those of a hidden layer, of all where nil.
    case change(Setting, by: Int, layer: Int? = nil)
    /// A typed value of a setting.
    case set(Setting, to: String)
    /// From single samples to mini-batches to the whole training part, and around.
    case nextBatchMode
    /// Gives the network an input, or takes it away.
    case toggleInput(InputFeature)
    /// Decides anew about a column of the table, by its name.
    case changeColumn(String, ColumnChange)
    /// Opens the sealed test part.
    case unseal
    /// One weight or bias, by its index among all parameters.
    case setParameter(index: Int, to: Float)
    /// Lets the next change run beside, as a twin; or ends that.
    case toggleTwin

    /// Another sample's numbers are shown.
    case look(SampleChoice)
    /// Something in the travel through the past.
    case timeline(Timeline.Action)
    /// Something that the learner does in the lesson.
    case lesson(Lesson.Action)
    /// Something on the error surface.
    case surface(SurfaceScene.Action)
    /// Compares backpropagation with differences of the cost.
    case checkGradient
    /// Something done to a Hopfield network.
    case settling(SettlingAction)

    // From outside.
    /// The rows of a file that were asked for by `Effect.read`.
    indirect case rows(Dataset)
    /// Weights to begin with.
    case loaded(Parameters)
    /// What was left, to go on with; the session is of its experiment and rows.
    indirect case resumed(OpenedRun)
  }

  /// What a session wants in return for an action.
  public enum Effect: Sendable {
    /// Something to tell the person at the screen.
    case say(News)
    /// Read the rows of a data file, and perform `.rows`.
    case read(DataRecipe)
    /// The panel that a person should look at or act in.
    case focus(Panel)
    /// The view that the experiment begins with, by its name in demo files.
    case show(view: String)
    /// The unit, weight or sample that was to be selected.
    case select(Pick.Target)
  }
}

extension LearningSession {
  /// Does what happens to the session; returns what it wants in return, in order.
  public mutating func perform(_ action: Action) -> [Effect] {
    effects = []
    dispatch(action)
    if !isRunning, !Workload(of: self).leavesMeasuring { run.measureIfStale() }
    scene.follow(run)
    lookAtLessonGoal()
    defer { effects = [] }
    return effects
  }

  private mutating func dispatch(_ action: Action) {
    switch action {
    case .toggleRun: toggleRun()
    case .train(let updates): train(updates)
    case .step(let back): step(back: back)
    case .finerSteps: setGranularity(by: -1)
    case .coarserSteps: setGranularity(by: 1)
    case .restart(let newWeights): restart(newWeights: newWeights)
    case .pace(let updatesPerSecond): pace = updatesPerSecond
    case .patience(let work): patience = work
    case .measure: run.measureIfStale()
    case .change(let setting, let step, let layer): change(setting, by: step, layer: layer)
    case .set(let setting, let text): set(setting, to: text)
    case .nextBatchMode: nextBatchMode()
    case .toggleInput(let feature): toggleInput(feature)
    case .changeColumn(let name, let change): self.change(column: name, change)
    case .unseal: unseal()
    case .setParameter(let index, let value): setParameter(index, to: value)
    case .toggleTwin: toggleTwin()
    case .look(let choice): look(at: choice)
    case .timeline(let action): perform(action)
    case .lesson(let action): perform(action)
    case .surface(let action): perform(action)
    case .checkGradient: checkGradient()
    case .settling(let action): action.perform(in: &self)
    case .rows(let rows): take(rows: rows)
    case .loaded(let parameters): begin(with: parameters)
    case .resumed(let left): resume(left)
    }
  }

  private mutating func setGranularity(by step: Int) {
    let all = Granularity.allCases
    granularity = all[max(0, min(all.count - 1, all.firstIndex(of: granularity)! + step))]
    say(.granularity(granularity))
  }

  /// Has something said to the person.
  mutating func say(_ news: News) { effects.append(.say(news)) }
}
