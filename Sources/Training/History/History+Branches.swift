extension History {
  /// Makes a change at the present position: at the tip it becomes part of the branch, in the past it starts another.
  /// Another process that takes over always starts one, and so does a change of what the costs mean: with a curve of its
  /// own, beside the old one. No change, no effect.
  public mutating func make(_ edit: P.Edit) {
    guard process.isChanged(by: edit) else { return }
    showAll()
    let name = process.name(of: edit)
    let bare = P.bare(edit)
    let startsCurve = P.takesOver(with: edit) || process.startsCurve(with: edit)
    if startsCurve {
      fork(named: name, loss: LossHistory(), curveStart: process.clock)
    } else if !isAtTip {
      let loss = branch.loss.upTo(update: process.updates, epoch: process.epoch)
      fork(named: name, loss: loss, curveStart: branch.curveStart)
    }
    editCount += 1
    trails[current].edits.append(LoggedEdit(id: editCount, clock: process.clock, edit: bare))
    process.apply(bare)
    branches[current].loss.mark(name, at: process.updates)
    editsMade += 1
    branches[current].tip = Branch.Tip(process.counts)
    branches[current].isOver = process.isStill
    if startsCurve { branches[current].curveUpdates = process.updates }
    ledger.add(P.footprint(of: bare))
    ledger.add(own: MemoryLayout<LoggedEdit<P>>.stride)
    if process.settling == 0 { keep() }
    limit()
    checkInvariants()
  }

  /// The number of the last change before the present position, counted from 1 over all branches; 0 before the first.
  ///
  /// What depends on the changes alone can be kept by this number and found again after every move.
  public var lastEdit: Int { trails[current].edits.id(ofLastOf: editsMade) }

  /// Whether the tip of a branch can still be returned to.
  public func reaches(_ id: Branch.ID) -> Bool {
    id == current || keyframe(leadingTo: branches[id].tip.clock, on: id) != nil
  }

  /// Starts a branch at the present position, which lies on it from then on.
  private mutating func fork(named name: String, loss: LossHistory, curveStart: Int) {
    let branch = Branch(
      id: branches.count, parent: current, name: name, fork: process.clock, tip: Branch.Tip(process.counts), loss: loss,
      curveStart: curveStart, curveUpdates: branch.curveUpdates)
    let trail = Trail<P>(edits: trail.edits.upTo(editsMade), inherited: editsMade, curve: loss.bytes)
    branches.append(branch)
    trails.append(trail)
    ledger.add(own: loss.bytes)
    ledger.add(own: trail.bytes)
    current = branch.id
  }
}
