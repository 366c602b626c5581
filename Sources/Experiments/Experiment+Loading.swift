import Datasets
import Foundation

/// An experiment with its rows of data, ready to begin.
public struct OpenedExperiment: Sendable {
  /// What is asked for.
  public var experiment: Experiment
  /// The rows as they came, before they are divided and scaled.
  public var dataset: Dataset
  /// The rows as a feedforward network receives them; nil where another kind of network has none.
  public var data: LearningData?
  /// Whether there was no demo file, but data alone, which are looked at before they are learned.
  public var isBareData = false
}

extension Experiment {
  /// Finds and reads what is to be run, and its data.
  ///
  /// - Parameters:
  ///   - source: a demo's name, a demo file (.yaml), a data file (.csv, .idx), or a generator's name.
  ///   - sets: changes, `KEY=VALUE` each, in the order given.
  ///   - seed: put over all else.
  ///   - preferred: what holds where neither says anything.
  /// - Throws: the first `Mistake`.
  public static func open(
    source: String, sets: [String] = [], seed: UInt64? = nil, preferring preferred: [SettingChange] = []
  ) throws(Mistake) -> OpenedExperiment {
    var reader = try SettingsReader(source: Source(source))
    for assignment in sets { reader.read(assignment: assignment) }
    for change in preferred {
      if let setting = Setting(key: change.key), reader.given[setting] == nil { reader.read(change) }
    }
    if let seed { reader.experiment.seed = seed }
    return try reader.open()
  }

  /// As `open`, for the experiment alone.
  public static func load(source: String, sets: [String] = [], seed: UInt64? = nil) throws(Mistake) -> Experiment {
    try open(source: source, sets: sets, seed: seed).experiment
  }

  /// Every mistake in a demo file, in the order of its lines.
  ///
  /// - Throws: a `Mistake` where the file cannot be read at all.
  public static func mistakes(inFile path: String) throws(Mistake) -> [Mistake] {
    var reader = try SettingsReader(source: .demoFile(path: path))
    _ = reader.finish()
    return reader.mistakes.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  /// The experiment after some changes, such as those of a lesson's step; data are not read again.
  ///
  /// - Throws: the first `Mistake`.
  public func applying(_ changes: [SettingChange]) throws(Mistake) -> Experiment {
    var reader = SettingsReader(experiment: self, folder: "")
    for change in changes { reader.read(change) }
    reader.checkLayers()
    if let mistake = reader.mistakes.first { throw mistake }
    return reader.experiment
  }
}

extension SettingsReader {
  /// What has been read, with its data.
  ///
  /// - Throws: the first `Mistake`.
  fileprivate mutating func open() throws(Mistake) -> OpenedExperiment {
    if let opened = finish(), mistakes.isEmpty { return opened }
    throw mistakes[0]
  }
}

extension Mistake {
  fileprivate var line: Int {
    if case .file(_, let line?, _) = place { line } else { Int.max }
  }
}
