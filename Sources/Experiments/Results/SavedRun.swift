import Datasets
import Foundation
import NeuralNetwork
import Training

/// A run as it was left: what was asked for, the trainer in the middle of it, how its cost went, and how far a lesson was.
/// It goes on exactly as it would have, from any folder.
///
/// The present branch is kept; others, and the past before, are not.
public struct SavedRun: Codable, Hashable, Sendable {
  /// The form of the file: see `read`.
  private var version = SavedRun.version
  /// What the run was of: a demo's name, or a file's.
  public let name: String
  /// How its cost went.
  public let loss: LossHistory
  /// The lesson with its place; nil where there was none.
  public let lesson: LessonPlace?
  private let looks: Int?
  /// The way of the lesson as it was left at a question, where the run is in extra steps beside it, whose place `lesson` is then;
  /// nil else, and at most one.
  private let wayLeft: [SavedRun]?
  private let settings: [String: SettingValue]
  /// The data may have been made from another seed than the weights.
  private let dataSeed: UInt64
  private let dataFingerprint: String
  private let checkpoint: Kept

  static let version = 5
  /// The forms that can be read: the fourth knew no extra steps.
  private static let known = 4...version

  /// What goes on, as it was left.
  private enum Kept: Codable, Hashable {
    case training(Checkpoint)
    case settling(SettlingCheckpoint)
    case recurrent(RecurrentCheckpoint)

    init(of engine: Engine) {
      switch engine {
      case .training(let trainer): self = .training(Checkpoint(of: trainer))
      case .settling(let settling): self = .settling(SettlingCheckpoint(of: settling))
      case .recurrent(let trainer): self = .recurrent(RecurrentCheckpoint(of: trainer))
      }
    }
  }

  /// Keeps a run: what was asked for, and what goes on as it is.
  ///
  /// - Parameters:
  ///   - lesson: The place in the lesson, or among the extra steps that the run is in.
  ///   - wayLeft: The run at the question that led to these extra steps.
  public init(
    of engine: Engine, _ experiment: Experiment, dataset: Dataset, loss: LossHistory, lesson: LessonPlace? = nil,
    openings: Int = 0, wayLeft: SavedRun? = nil
  ) {
    var experiment = experiment
    experiment.recipe.makePathsAbsolute()
    experiment.settling.patterns.makePathAbsolute()
    experiment.sequences.source.makePathAbsolute()
    name = experiment.name
    settings = experiment.settingsObject
    dataSeed = experiment.recipe.seed
    dataFingerprint = dataset.fingerprint
    checkpoint = Kept(of: engine)
    self.loss = loss
    self.lesson = lesson
    looks = openings > 0 ? openings : nil
    self.wayLeft = wayLeft.map { [$0] }
  }

  /// How often the sealed test part had been opened.
  public var openings: Int { looks ?? 0 }

  /// How many updates had been made.
  public var updates: Int { loss.lastUpdate }

  /// Reads a run; its data are read by `open`.
  ///
  /// - Throws: a `Mistake` where the file is damaged or of a version that is not known. The file stays.
  static func read(from path: String) throws(Mistake) -> SavedRun {
    guard let contents = FileManager.default.contents(atPath: path) else { throw Mistake(.noSavedRun) }
    let decoder = JSONDecoder()
    guard let version = try? decoder.decode(Version.self, from: contents) else {
      throw Mistake(.damagedRun, at: .file(path))
    }
    guard known.contains(version.version) else {
      throw Mistake(.unknownRunVersion(version.version), at: .file(path))
    }
    guard let run = try? decoder.decode(SavedRun.self, from: contents), run.isSound else {
      throw Mistake(.damagedRun, at: .file(path))
    }
    return run
  }

  private var isSound: Bool {
    let isPlaced = wayLeft.map { $0.count == 1 && lesson != nil && $0[0].lesson != nil && $0[0].wayLeft == nil } ?? true
    return isPlaced && lesson?.isSound ?? true && openings >= 0 && wayLeft?.allSatisfy(\.isSound) ?? true
  }

  private struct Version: Decodable {
    let version: Int
  }
}

/// A saved run with its data, ready to go on.
public struct OpenedRun: Hashable, Sendable {
  public let experiment: Experiment
  /// The rows, read or generated again.
  public let dataset: Dataset
  /// What goes on, as it was left.
  public let engine: Engine
  /// How the cost went until then.
  public let loss: LossHistory
  /// How far its lesson was, or how far among extra steps beside its way; nil where it had none.
  public let lesson: LessonPlace?
  /// How often the sealed test part had been opened.
  public let openings: Int
  /// The way of the lesson as it was left at a question, where the run is in extra steps beside it; none else, and at most one.
  public let wayLeft: [OpenedRun]
}

extension SavedRun {
  /// Reads the data, and makes what goes on.
  ///
  /// - Parameter path: where the run was read from, for mistakes.
  /// - Throws: a `Mistake` where the data are gone or have changed, or where the run is damaged.
  public func open(path: String) throws(Mistake) -> OpenedRun {
    do throws(Mistake) {
      var experiment = try Experiment(name: name, settings: settings)
      experiment.recipe.seed = dataSeed
      let dataset = experiment.kind == .feedforward ? try experiment.recipe.loaded() : .none
      guard dataset.fingerprint == dataFingerprint else {
        throw Mistake(.changedData(source: experiment.recipe.sourceName))
      }
      let engine = try engine(of: experiment, dataset)
      return OpenedRun(
        experiment: experiment, dataset: dataset, engine: engine, loss: loss, lesson: lesson, openings: openings,
        wayLeft: try (wayLeft ?? []).map { left throws(Mistake) in try left.open(path: path) })
    } catch {
      throw Mistake(error.problem, at: .file(path))
    }
  }
}

extension SavedRun {
  /// What goes on.
  ///
  /// - Throws: a `Mistake` where the numbers do not belong to the experiment.
  private func engine(of experiment: Experiment, _ dataset: Dataset) throws(Mistake) -> Engine {
    let (engine, updates): (Engine, Int)
    switch (checkpoint, experiment.kind) {
    case (.training(let kept), .feedforward):
      let data = try experiment.learningData(from: dataset)
      guard let trainer = Trainer(kept, data: data, settings: experiment.training),
        experiment.describes(trainer.network)
      else { throw Mistake(.damagedRun) }
      (engine, updates) = (.training(trainer), trainer.updates)
    case (.settling(let kept), .hopfield):
      let plan = experiment.settling
      guard let settling = Settling(kept, task: plan.task(seed: experiment.seed), settings: plan.settings) else {
        throw Mistake(.damagedRun)
      }
      (engine, updates) = (.settling(settling), settling.updates)
    case (.recurrent(let kept), .recurrent):
      let data = try experiment.sequences.data(seed: experiment.seed)
      guard
        let trainer = RecurrentTrainer(
          kept, network: experiment.recurrentNetwork(for: data), data: data, settings: experiment.training,
          truncation: experiment.sequences.truncation)
      else { throw Mistake(.damagedRun) }
      (engine, updates) = (.recurrent(trainer), trainer.updates)
    case (.training, _), (.settling, _), (.recurrent, _): throw Mistake(.damagedRun)
    }
    guard loss.lastUpdate <= updates else { throw Mistake(.damagedRun) }
    return engine
  }
}

extension Experiment {
  /// Whether a network is of the shape that is asked for.
  fileprivate func describes(_ network: Network) -> Bool {
    network.activations == self.network.activations + [self.network.output]
      && network.layout.sizes.dropFirst().dropLast().elementsEqual(self.network.hidden)
  }
}

extension DataRecipe {
  /// The generator's name, or the file's path.
  fileprivate var sourceName: String {
    switch source {
    case .generator(let generator): generator.name
    case .file(let path): path
    }
  }

  fileprivate func loaded() throws(Mistake) -> Dataset {
    do throws(DataError) { return try load() } catch { throw Mistake(.data(error)) }
  }

  /// Makes it find its files from any folder.
  fileprivate mutating func makePathsAbsolute() {
    guard case .file(let path) = source else { return }
    source = .file(path: SavedRun.absolute(path))
    testFile = testFile.map(SavedRun.absolute)
    if !isCSV, let labels = label, !labels.isEmpty { label = SavedRun.absolute(labels) }
  }
}

extension PatternSource {
  fileprivate mutating func makePathAbsolute() {
    if case .file(let path, let patterns) = self { self = .file(path: SavedRun.absolute(path), patterns) }
  }
}

extension SequencePlan.Source {
  fileprivate mutating func makePathAbsolute() {
    if case .file(let path, let set) = self { self = .file(path: SavedRun.absolute(path), set) }
  }
}

extension SavedRun {
  fileprivate static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
