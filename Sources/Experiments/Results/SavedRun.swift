import Datasets
import Foundation
import NeuralNetwork
import Training

/// A run as it was left: what was asked for, the trainer in the middle of it, how it went, where else it went, and how far a
/// lesson was. It goes on exactly as it would have, from any folder.
public struct SavedRun: Codable, Hashable, Sendable {
  /// The form of the file: see `read`.
  private var version = SavedRun.version
  /// What the run was of: a demo's name, or a file's.
  public let name: String
  /// The present course; others, where training parted, follow.
  public let present: Course
  /// The other branches' ends.
  public let others: [Course]
  /// The number of the lesson's step that was shown, from 0; nil where there was none.
  public let lessonStep: Int?

  static let version = 2

  /// One course of training, up to its end.
  public struct Course: Codable, Hashable, Sendable {
    /// What made it part: the change in words.
    public let branch: String
    /// How its cost went.
    public let loss: LossHistory
    private let demoFile: String
    /// The data may have been made from another seed than the weights.
    private let dataSeed: UInt64
    private let dataFingerprint: String
    private let checkpoint: Checkpoint
  }

  /// Keeps a run. The first of the courses is the present one.
  public init(name: String, present: Course, others: [Course] = [], lessonStep: Int? = nil) {
    self.name = name
    self.present = present
    self.others = others
    self.lessonStep = lessonStep
  }

  /// Reads a run; its data are read by its courses.
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
    guard let run = try? decoder.decode(SavedRun.self, from: contents),
      run.lessonStep.map((0...Int(Int16.max)).contains) ?? true
    else { throw Mistake(.damagedRun, at: .file(path)) }
    return run
  }

  private struct Version: Decodable {
    let version: Int
  }
}

/// A course with its data, ready to go on.
public struct OpenedCourse: Sendable {
  /// What was asked for when the run was left.
  public let experiment: Experiment
  /// The rows, read or generated again.
  public let dataset: Dataset
  /// The training as it was left.
  public let trainer: Trainer
  /// How the cost went until then.
  public let loss: LossHistory
}

extension SavedRun.Course {
  /// Keeps a course: what was asked for, and the trainer at its end.
  public init(of trainer: Trainer, _ experiment: Experiment, dataset: Dataset, loss: LossHistory, branch: String = "") {
    var experiment = experiment
    experiment.recipe.makePathsAbsolute()
    self.branch = branch
    self.loss = loss
    demoFile = experiment.demoFile
    dataSeed = experiment.recipe.seed
    dataFingerprint = dataset.fingerprint
    checkpoint = Checkpoint(of: trainer)
  }

  /// Reads the data, and makes the trainer that goes on.
  ///
  /// - Parameters:
  ///   - name: the run's.
  ///   - path: where the run was read from, for mistakes.
  /// - Throws: a `Mistake` where the data are gone or have changed, or where the course is damaged.
  public func open(name: String, path: String) throws(Mistake) -> OpenedCourse {
    var opened = try Experiment.open(demoFile: demoFile, name: name, path: path)
    if opened.experiment.recipe.seed != dataSeed {
      opened.experiment.recipe.seed = dataSeed
      opened.dataset = try opened.experiment.load(at: path)
    }
    guard opened.dataset.fingerprint == dataFingerprint else {
      throw Mistake(.changedData(source: opened.experiment.recipe.sourceName), at: .file(path))
    }
    let data = try opened.experiment.learningData(from: opened.dataset)
    guard let trainer = Trainer(checkpoint, data: data, settings: opened.experiment.training),
      loss.lastUpdate <= trainer.updates, opened.experiment.describes(trainer.network)
    else {
      throw Mistake(.damagedRun, at: .file(path))
    }
    return OpenedCourse(experiment: opened.experiment, dataset: opened.dataset, trainer: trainer, loss: loss)
  }
}

extension Experiment {
  /// Whether a network is of the shape that is asked for.
  fileprivate func describes(_ network: Network) -> Bool {
    network.activations == self.network.activations + [self.network.output]
      && network.layout.sizes.dropFirst().dropLast().elementsEqual(self.network.hidden)
  }

  fileprivate func load(at path: String) throws(Mistake) -> Dataset {
    do throws(DataError) { return try recipe.load() } catch { throw Mistake(.data(error), at: .file(path)) }
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
