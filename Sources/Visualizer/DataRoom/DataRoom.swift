import Datasets
import Experiments
import Session

/// The room where data are looked at before they are learned: how the file was read, what each column is taken for and why, and
/// how rows are divided. Every decision can be changed in it.
public struct DataRoom: Hashable, Sendable {
  /// The column that the cursor is on.
  var selected = 0
  /// Whether training went on when the room was entered.
  var wasRunning = false

  /// What is done in it.
  public enum Action: Hashable, Sendable {
    /// Enters the room, or leaves it.
    case toggle
    /// Leaves it and trains.
    case train
    /// Decides anew about the column that the cursor is on.
    case change(ColumnChange)
  }

  /// Moves the cursor; returns the change that an arrow to a side asks for.
  mutating func move(_ direction: Visualizer.Action.Direction, columns: Int, page: Int) -> ColumnChange? {
    switch direction {
    case .left: return .role(by: -1)
    case .right: return .role(by: 1)
    case .up, .down, .pageUp, .pageDown, .home, .end:
      selected = max(0, min(columns - 1, selected + direction.rows(page: page)))
      return nil
    }
  }
}

extension State {
  /// Does something in the data room.
  mutating func perform(_ action: DataRoom.Action) {
    switch action {
    case .toggle: room == nil ? enterRoom() : leaveRoom()
    case .train:
      room = nil
      if session?.isRunning == false { perform(.toggleRun) }
    case .change(let change):
      guard let room, let table = run?.dataset.table, table.columns.indices.contains(room.selected) else { return }
      perform(.changeColumn(table.columns[room.selected].name, change))
    }
  }

  private mutating func enterRoom() {
    guard let session else { return }
    guard let table = session.run.dataset.table else {
      return warn("the data room is for files; these samples are made: descent FILE")
    }
    let label = table.columns.firstIndex { $0.role == .label } ?? 0
    room = DataRoom(selected: label, wasRunning: session.isRunning)
    if session.isRunning { perform(.toggleRun) }
  }

  /// Goes back to the panels; training goes on where it did before.
  private mutating func leaveRoom() {
    guard let left = room else { return }
    room = nil
    if left.wasRunning, session?.isRunning == false { perform(.toggleRun) }
  }
}
