import Datasets
import Foundation
import Training

/// A run as it was left: what was asked for, and the trainer in the midst of it. It goes on exactly as it would have.
///
/// Its past (the curve, the timeline) and a lesson are not kept.
public struct SavedRun: Codable, Sendable {
  /// The form of the file: see `read`.
  private var version = SavedRun.version
  private let name: String
  private let demoFile: String
  /// The data may have been made from another seed than the weights.
  private let dataSeed: UInt64
  private let checkpoint: Checkpoint

  private static let version = 1

  public init(of trainer: Trainer, _ experiment: Experiment) {
    name = experiment.name
    demoFile = experiment.demoFile
    dataSeed = experiment.recipe.seed
    checkpoint = Checkpoint(of: trainer)
  }

  /// Where the last run is kept: `descent/last-run.json` in XDG's folder for states.
  public static var path: String {
    let environment = ProcessInfo.processInfo.environment
    let chosen = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (chosen ?? NSHomeDirectory() + "/.local/state") + "/descent/last-run.json"
  }

  /// Writes it in place of the last one.
  ///
  /// - Throws: a `Mistake` where that cannot be done.
  public func write(to path: String = SavedRun.path) throws(Mistake) {
    do {
      let folder = (path as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try AtomicFile.write(try JSONEncoder().encode(self), to: path)
    } catch let mistake as Mistake {
      throw mistake
    } catch {
      throw Mistake(.cannotWrite(reason: SystemError.last), at: .file(path))
    }
  }

  /// Reads the last run, and its data.
  ///
  /// - Throws: a `Mistake` where there is none, where its data are gone or have changed, or where it is damaged.
  public static func read(
    from path: String = SavedRun.path
  ) throws(Mistake) -> (opened: OpenedExperiment, trainer: Trainer) {
    guard let contents = FileManager.default.contents(atPath: path) else { throw Mistake(.noSavedRun) }
    guard let run = try? JSONDecoder().decode(SavedRun.self, from: contents), run.version == version else {
      throw Mistake(.damagedRun, at: .file(path))
    }
    var opened = try Experiment.open(demoFile: run.demoFile, name: run.name, path: path)
    if opened.experiment.recipe.seed != run.dataSeed {
      opened.experiment.recipe.seed = run.dataSeed
      opened.dataset = try opened.experiment.load(at: path)
    }
    let data = try opened.experiment.learningData(from: opened.dataset)
    guard let trainer = Trainer(run.checkpoint, data: data, settings: opened.experiment.training) else {
      throw Mistake(.damagedRun, at: .file(path))
    }
    return (opened, trainer)
  }
}

extension Experiment {
  fileprivate func load(at path: String) throws(Mistake) -> Dataset {
    do throws(DataError) { return try recipe.load() } catch { throw Mistake(.data(error), at: .file(path)) }
  }
}
