/// Keeps one run after another in the folder of runs, each in its file, written again and again.
///
/// Where another program has written that file meanwhile, because both went on with the same run, or has let it go, the run gets a
/// file of its own: nothing that somebody else left is lost.
public struct RunKeeper: Sendable {
  private let runs: SavedRuns
  private var kept: Kept?

  /// A run, its file, and the file as it was left here.
  private struct Kept {
    let name, path: String
    let mark: FileMark?
  }

  /// - Parameter left: the run that goes on, whose file is written again.
  public init(in runs: SavedRuns, continuing left: (name: String, path: String)? = nil) {
    self.runs = runs
    kept = left.map { Kept(name: $0.name, path: $0.path, mark: FileMark(of: $0.path)) }
  }

  /// Writes a run: into the same file for as long as it is the same run.
  ///
  /// - Throws: a `Mistake` where that cannot be done; what was there is whole then.
  public mutating func keep(_ run: SavedRun) throws(Mistake) {
    let path: String
    if let kept, kept.name == run.name, kept.mark != nil, FileMark(of: kept.path) == kept.mark {
      path = kept.path
      try runs.write(run, to: path)
    } else {
      path = try runs.write(run)
    }
    kept = Kept(name: run.name, path: path, mark: FileMark(of: path))
  }
}
