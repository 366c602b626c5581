extension History {
  /// Makes a change at the present position: at the tip it becomes part of the branch, in the past it starts another.
  /// Another trainer always starts one, so that its costs stand beside the old one's. No change, no effect.
  public mutating func make(_ edit: Edit) {
    guard trainer.isChanged(by: edit) else { return }
    showAll()
    let name = edit.name(for: trainer)
    if case .trainer = edit {
      fork(named: name, loss: LossHistory(), curveStart: trainer.clock)
    } else if !isAtTip {
      let loss = branch.loss.upTo(update: trainer.updates, epoch: trainer.epoch)
      fork(named: name, loss: loss, curveStart: branch.curveStart)
    }
    editCount += 1
    branches[current].edits.append(LoggedEdit(id: editCount, clock: trainer.clock, edit: edit.bare))
    branches[current].loss.mark(name, at: trainer.updates)
    trainer.apply(edit.bare)
    editsMade += 1
    branches[current].tip = Branch.Tip(of: trainer)
    if trainer.performed == nil, trainer.phase == .input { keep() }
    bytes += edit.bytes
    if bytes > budget { thin() }
  }

  /// The number of the last change before the present position, counted from 1 over all branches; 0 before the first.
  ///
  /// What depends on the changes alone can be kept by this number and found again after every move.
  public var lastEdit: Int { editsMade > 0 ? branches[current].edits[editsMade - 1].id : 0 }

  /// Whether the tip of a branch can still be returned to.
  public func reaches(_ id: Branch.ID) -> Bool {
    id == current || keyframe(leadingTo: branches[id].tip.clock, on: id) != nil
  }

  /// Starts a branch at the present position, which lies on it from then on.
  private mutating func fork(named name: String, loss: LossHistory, curveStart: Int) {
    let branch = Branch(
      id: branches.count, parent: current, name: name, fork: trainer.clock, tip: Branch.Tip(of: trainer), loss: loss,
      edits: Array(branch.edits.prefix(editsMade)), curveStart: curveStart, forgotten: branch.forgotten,
      inherited: editsMade)
    branches.append(branch)
    bytes += loss.bytes
    current = branch.id
  }
}
