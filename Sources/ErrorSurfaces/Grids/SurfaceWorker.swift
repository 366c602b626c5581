import Dispatch
import Synchronization

/// Computes surfaces in the background, one after another.
///
/// A request of the generation under way (the weights have moved) waits until the present surface is complete, so that a
/// fast run also shows whole ones; only the newest waits. A request of another generation cancels at once.
public final class SurfaceWorker: Sendable {
  private struct State {
    var waiting: (request: SurfaceRequest, threads: Int)?
    /// The generation asked for last; nil when cancelled.
    var generation: Int?
    var latest: SurfaceOutcome?
    /// Whether the latest has not been taken yet.
    var isNew = false
    var isRunning = false
    var making: Making?
    var pace: Double?
  }

  /// The surface under way.
  private struct Making {
    let generation: Int
    let start = ContinuousClock.now
    var progress = SurfaceProgress(.plane, share: 0)
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "surface", qos: .userInitiated)
  /// A surface that is not whole is shown so often, or when it has become finer.
  private let refresh: Duration

  /// Idle until a surface is asked for. What is not whole is shown so often, or when it has become finer.
  public init(refresh: Duration = .milliseconds(500)) { self.refresh = refresh }

  /// Asks for a surface, to be computed on so many threads.
  public func compute(_ request: SurfaceRequest, threads: Int) {
    let mustStart = state.withLock { state in
      state.waiting = (request, threads)
      state.generation = request.generation
      if state.latest?.request.generation != request.generation { state.latest = nil }
      defer { state.isRunning = true }
      return !state.isRunning
    }
    if mustStart { queue.async { self.run() } }
  }

  /// Drops the work under way and its result.
  public func cancel() {
    state.withLock { state in
      state.waiting = nil
      state.generation = nil
      state.latest = nil
    }
  }

  /// The newest surface of the generation asked for last: a complete one, or a coarse one where there is no other yet.
  public var latest: SurfaceOutcome? { state.withLock { $0.latest } }

  /// The latest, where it has come since this was asked last.
  public func news() -> SurfaceOutcome? {
    state.withLock { state in
      defer { state.isNew = false }
      return state.isNew ? state.latest : nil
    }
  }

  /// Whether `news` would give something.
  public var hasNews: Bool { state.withLock { $0.isNew && $0.latest != nil } }

  /// How many points a second the last whole surface took, with all that it needs besides; nil before the first.
  public var pace: Double? { state.withLock { $0.pace } }

  /// Whether a surface is being computed or waits.
  public var isBusy: Bool { state.withLock { $0.isRunning } }

  /// How far the surface of a generation is that has been under way for some time; nil where there is none.
  public func progress(of generation: Int, after delay: Duration) -> SurfaceProgress? {
    state.withLock { state in
      guard let making = state.making, making.generation == generation, state.generation == generation,
        ContinuousClock.now - making.start >= delay
      else { return nil }
      return making.progress
    }
  }

  private func run() {
    while let (request, threads) = next() {
      let start = ContinuousClock.now
      do throws(PlaneError) {
        let plane = try request.recipe.plane(on: request.landscape) { share in
          note(.plane, share: share)
          return isWanted(request)
        }
        compute(request, on: plane, threads, since: start)
      } catch {
        publish(.refused(request, error))
      }
    }
  }

  private func compute(_ request: SurfaceRequest, on plane: Plane, _ threads: Int, since start: ContinuousClock.Instant)
  {
    let features = SurfaceResult.Features(of: request, on: plane)
    var computation = SurfaceComputation(request, on: plane, threads: threads)
    note(.costs, share: 0)
    var (stride, shown) = (computation.stride, ContinuousClock.now)
    while !computation.isComplete, isWanted(request) {
      computation.advance()
      note(.costs, share: computation.progress)
      let now = ContinuousClock.now
      guard computation.stride < stride || computation.isComplete || now - shown >= refresh else { continue }
      (stride, shown) = (computation.stride, now)
      publish(.surface(SurfaceResult(of: request, plane, computation, features)))
    }
    guard computation.isComplete else { return }
    let pace = Double(computation.total) / ((ContinuousClock.now - start) / .seconds(1))
    state.withLock { $0.pace = pace }
  }

  private func next() -> (SurfaceRequest, Int)? {
    state.withLock { state in
      guard let waiting = state.waiting else {
        (state.isRunning, state.making) = (false, nil)
        return nil
      }
      (state.waiting, state.making) = (nil, Making(generation: waiting.request.generation))
      return waiting
    }
  }

  private func note(_ part: SurfaceProgress.Part, share: Double) {
    state.withLock { $0.making?.progress = SurfaceProgress(part, share: share) }
  }

  private func isWanted(_ request: SurfaceRequest) -> Bool {
    state.withLock { $0.generation == request.generation }
  }

  /// A coarse grid is shown only where no whole one of the generation is.
  private func publish(_ outcome: SurfaceOutcome) {
    state.withLock { state in
      guard state.generation == outcome.request.generation else { return }
      guard outcome.isFinal || state.latest?.isFinal != true else { return }
      state.latest = outcome
      state.isNew = true
    }
  }
}
