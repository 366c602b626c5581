/// A value kept apart from what holds it, so that the holder is small and quickly copied. It is changed in place, and copied
/// only where several holders share it.
@propertyWrapper public struct Boxed<Value: Sendable>: Sendable {
  // An array of one: it has the sharing and the copying.
  private var storage: [Value]

  /// Keeps a value apart.
  public init(wrappedValue: Value) { storage = [wrappedValue] }

  /// The value.
  public var wrappedValue: Value {
    _read { yield storage[0] }
    _modify { yield &storage[0] }
  }
}
