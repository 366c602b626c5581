import Training

/// How training went, epoch by epoch, as a CSV file.
public struct HistoryFile: Sendable {
  private var lines = ["epoch,updates,train_cost,test_cost,train_accuracy,test_accuracy"]

  /// A file with its header line alone.
  public init() {}

  /// Adds a row for the end of an epoch; what does not apply stays empty.
  public mutating func append(epoch: Int, updates: Int, training: Measures?, test: Measures?) {
    let numbers = [training?.cost, test?.cost, training?.accuracy, test?.accuracy]
    lines.append("\(epoch),\(updates)," + numbers.map { $0.map { "\($0)" } ?? "" }.joined(separator: ","))
  }

  /// What the file holds.
  public var text: String { lines.joined(separator: "\n") + "\n" }
}
