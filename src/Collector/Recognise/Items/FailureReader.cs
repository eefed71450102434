using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Folding;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Whether an item failed, and why.</summary>
internal sealed class FailureReader(ItemReader item, Folds folds)
{
    private const int ErrorStatus = 2;

    public Failure? Read(SpanRecord span)
    {
        var failed = span.StatusCode == ErrorStatus || item.Flag(Field.Success) == false;
        return Read(failed, ExceptionType(span));
    }

    /// <param name="failed">The event is only sent when a call failed.</param>
    public Failure? Read(bool failed) => Read(failed || item.Flag(Field.Success) == false, default);

    // An error type alone is an error too: by convention it is absent on success.
    private Failure? Read(bool failed, ReadOnlySpan<byte> exceptionType)
    {
        var type = item.Text(Field.ErrorType);
        if (type.IsEmpty && !failed) return null;
        if (type.IsEmpty) type = exceptionType;
        var status = item.Integer(Field.StatusCode);
        if (!type.IsEmpty) return folds.Failure(type, status);
        if (status is >= 400) return folds.Failure(status.Value);
        type = item.Text(Field.ErrorWord);
        return type.IsEmpty ? folds.UnknownFailure : folds.Failure(type);
    }

    private static ReadOnlySpan<byte> ExceptionType(SpanRecord span)
    {
        for (var i = 0; i < span.Events.Count; i++)
        {
            if (!span.Events[i].Name.Span.SequenceEqual("exception"u8)) continue;
            foreach (ref readonly var attribute in span.Events[i].Attributes.AsSpan())
            {
                if (attribute.Key.Span.SequenceEqual("exception.type"u8)) return attribute.Value.Text.Span;
            }
        }

        return default;
    }
}
