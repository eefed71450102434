namespace Tidemark.Collector.Recognise.Interning;

/// <summary>One value of a series dimension.</summary>
/// <param name="Number">Tells it from the other values of its pool, cheaper than its text does.</param>
internal sealed record Label(string Text, int Number);
