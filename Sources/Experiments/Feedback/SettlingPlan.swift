import Datasets
import NeuralNetwork
import Training

/// What a Hopfield network is for, and how it settles.
public struct SettlingPlan: Hashable, Sendable {
  /// What it is for.
  public var task = Task.memory
  /// The patterns that it remembers.
  public var patterns = PatternSource.letters("ACX")
  /// The pixels side by side in random patterns and in CSV files; in random ones the rows as well.
  public var side = 10
  /// How patterns become weights.
  public var rule = StorageRule.hebb
  /// Which unit is updated when.
  public var order = UpdateOrder.random
  /// T of the first sweep; what suits the task where nil.
  public var temperature: Float?
  /// What each sweep multiplies T with.
  public var cooling = Annealing.ofPuzzles.factor
  /// The temperature below which it is 0.
  public var floor = Annealing.ofPuzzles.floor
  /// The state that it begins with.
  public var beginning = Beginning.random
  /// The pattern that it begins with, counted from 1, where it begins with one.
  public var recalled = 1
  /// The share of units that a disturbance flips.
  public var disturbance: Float = 0.2
  /// The rows and columns of a board.
  public var board = 8
  /// The map to be coloured.
  public var map = CountryMap.germany
  /// The colours that there are.
  public var colours = 4

  /// The defaults of a demo file.
  public init() {}

  /// What a Hopfield network is for; the raw values are the names in demo files.
  public enum Task: String, CaseIterable, Sendable {
    /// To remember patterns.
    case memory
    /// To place rooks so that none attacks another.
    case rooks
    /// To place queens so that none attacks another.
    case queens
    /// To colour a map so that no neighbours are alike.
    case colouring
  }

  /// The state that a network begins with; the raw values are the names in demo files.
  public enum Beginning: String, CaseIterable, Sendable {
    /// Every unit by chance.
    case random
    /// A stored pattern as it is.
    case pattern
    /// A stored pattern of which a share of the units is flipped.
    case disturbed
    /// A stored pattern whose lower half is covered.
    case covered
  }

  /// How the temperature falls: as it is set, or as suits the task.
  public var annealing: Annealing {
    Annealing(start: temperature ?? suitableTemperature, factor: cooling, floor: floor)
  }

  /// T of the first sweep where nothing is said: none for a memory, some for a puzzle.
  var suitableTemperature: Float { task == .memory ? 0 : Annealing.ofPuzzles.start }

  /// Order and annealing together.
  public var settings: SettlingSettings { SettlingSettings(order: order, annealing: annealing) }

  /// The puzzle, where it is one.
  public var puzzle: Puzzle? {
    switch task {
    case .memory: nil
    case .rooks: .rooks(board: board)
    case .queens: .queens(board: board)
    case .colouring: .colouring(map, colours: colours)
    }
  }
}

extension SettlingPlan {
  /// What settles: the memory with its patterns, or the puzzle.
  public func task(seed: UInt64) -> SettlingTask {
    if let puzzle { return .arrangement(Arrangement(puzzle)) }
    let patterns = patterns.patterns(side: side, seed: seed)
    return .memory(
      AssociativeMemory(
        width: patterns.first?.width ?? side, height: patterns.first?.height ?? side, patterns: patterns, rule: rule))
  }

  /// What brings the network to the state that it begins with; nothing where that is a random one.
  public func opening(of memory: AssociativeMemory) -> [SettlingEdit] {
    guard beginning != .random, memory.patterns.indices.contains(recalled - 1) else { return [] }
    let recall = SettlingEdit.recall(pattern: recalled - 1)
    return switch beginning {
    case .random: []
    case .pattern: [recall]
    case .disturbed: [recall, .disturb(share: disturbance)]
    case .covered: [recall, .cover(rows: memory.height / 2..<memory.height, columns: 0..<memory.width)]
    }
  }

  /// How many settlings begin: a memory's from its patterns, disturbed; a puzzle's from random states.
  public func trials(of settling: Settling, count: Int, sweeps: Int = SettlingTrials.usualSweeps) -> SettlingTrials {
    var beginning = SettlingTrials.Beginning.random
    if case .memory(let memory) = settling.task, !memory.patterns.isEmpty {
      beginning = .disturbed(share: disturbance)
    }
    return SettlingTrials(of: settling, count: count, from: beginning, sweeps: sweeps)
  }

  /// The network as it begins.
  public func settling(seed: UInt64) -> Settling {
    let task = task(seed: seed)
    var settling = Settling(task, settings: settings, seed: seed)
    if case .memory(let memory) = task { opening(of: memory).forEach { settling.apply($0) } }
    return settling
  }
}
