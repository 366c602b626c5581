import Experiments

/// The way through a lesson, and the extra steps beside it: whatever these set or train is undone as they end.
extension Lesson {
  /// Where going on leads from the step that is shown; nil at the end.
  ///
  /// Beside the way to the next extra step; after the last one to the question again where that is still open. So none is
  /// entered twice on account of one question, and every way comes to an end.
  var next: Place? {
    let following = index + 1 < steps.count ? Place(index: index + 1) : nil
    if let aside = visit.place.aside {
      let number = aside.number + 1
      if number < aside.steps.count { return Place(index: index, aside: .init(steps: aside.steps, number: number)) }
      return question.chosen == nil ? Place(index: index) : following
    }
    let aside = asideSteps
    return aside.isEmpty ? following : Place(index: index, aside: .init(steps: aside, number: 0))
  }

  /// Whether going on leads to extra steps although the question is still open.
  public var leadsAside: Bool { awaitsChoice && !asideSteps.isEmpty }

  /// The step at a place.
  func step(at place: Place) -> LessonStep { place.aside.map { $0.steps[$0.number] } ?? steps[place.index] }

  /// How everything is to be as the way is gone on with after extra steps; nil where none end.
  ///
  /// An open question is asked as it was asked before; else all is as it was when the way was left.
  func restored(for place: Place) -> Moment? {
    guard visit.place.aside != nil, place.aside == nil else { return nil }
    return place.index == index ? question.entry : wayLeft
  }

  /// How everything was as the way was left; nil on the way.
  var wayLeft: Moment? {
    visit.place.aside == nil ? nil : visits.last { $0.leaving != nil }?.leaving
  }

  /// The visit of the question that led to where the lesson is, or the present one.
  var question: Visit { visits.last { $0.place.aside == nil }! }

  /// The extra steps that the answer given last leads to; none where they have been gone through.
  private var asideSteps: [LessonStep] {
    guard let question = step.question, visit.place.aside == nil,
      !visits.contains(where: { $0.place.index == index && $0.place.aside != nil })
    else { return [] }
    guard visit.chosen != nil else {
      return visit.tried.last.map { question.aside(after: $0, isWrong: true) } ?? []
    }
    return question.aside(after: visit.chosen!, isWrong: visit.isWrong)
  }
}

extension Lesson.Visit {
  /// Whether what was answered has turned out to be wrong; not so where the answer was shown before.
  fileprivate var isWrong: Bool {
    if pick != nil { return tried.isEmpty && isPickWrong }
    return tried.isEmpty && right.map { $0 != chosen } ?? false
  }
}
