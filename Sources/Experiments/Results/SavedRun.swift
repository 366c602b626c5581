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
  private let settings: [String: SettingValue]
  /// The data may have been made from another seed than the weights.
  private let dataSeed: UInt64
  private let dataFingerprint: String
  private let checkpoint: Checkpoint

  static let version = 4

  /// Keeps a run: what was asked for, and the trainer as it is.
  public init(
    of trainer: Trainer, _ experiment: Experiment, dataset: Dataset, loss: LossHistory, lesson: LessonPlace? = nil
  ) {
    var experiment = experiment
    experiment.recipe.makePathsAbsolute()
    name = experiment.name
    settings = experiment.settingsObject
    dataSeed = experiment.recipe.seed
    dataFingerprint = dataset.fingerprint
    checkpoint = Checkpoint(of: trainer)
    self.loss = loss
    self.lesson = lesson
  }

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
    guard version.version == SavedRun.version else {
      throw Mistake(.unknownRunVersion(version.version), at: .file(path))
    }
    guard let run = try? decoder.decode(SavedRun.self, from: contents), run.lesson?.isSound ?? true else {
      throw Mistake(.damagedRun, at: .file(path))
    }
    return run
  }

  private struct Version: Decodable {
    let version: Int
  }
}

/// A saved run with its data, ready to go on.
public struct OpenedRun: Sendable {
  public let experiment: Experiment
  /// The rows, read or generated again.
  public let dataset: Dataset
  /// The training as it was left.
  public let trainer: Trainer
  /// How the cost went until then.
  public let loss: LossHistory
  /// How far its lesson was; nil where it had none.
  public let lesson: LessonPlace?
}

extension SavedRun {
  /// Reads the data, and makes the trainer that goes on.
  ///
  /// - Parameter path: where the run was read from, for mistakes.
  /// - Throws: a `Mistake` where the data are gone or have changed, or where the run is damaged.
  public func open(path: String) throws(Mistake) -> OpenedRun {
    do throws(Mistake) {
      var experiment = try Experiment(name: name, settings: settings)
      experiment.recipe.seed = dataSeed
      let dataset = try experiment.recipe.loaded()
      guard dataset.fingerprint == dataFingerprint else {
        throw Mistake(.changedData(source: experiment.recipe.sourceName))
      }
      let data = try experiment.learningData(from: dataset)
      guard let trainer = Trainer(checkpoint, data: data, settings: experiment.training),
        loss.lastUpdate <= trainer.updates, experiment.describes(trainer.network)
      else { throw Mistake(.damagedRun) }
      return OpenedRun(experiment: experiment, dataset: dataset, trainer: trainer, loss: loss, lesson: lesson)
    } catch {
      throw Mistake(error.problem, at: .file(path))
    }
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
    if !isCSV, let labels = label, !labels.isEmpty { label = SavedRun.absolute(labels) }
  }
}

extension SavedRun {
  fileprivate static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
