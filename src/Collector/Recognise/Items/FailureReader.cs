using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Json;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Normalisation;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Determines whether an item failed, and why. Exceptions used for control flow are not failures.</summary>
internal sealed class FailureReader(ItemReader item, Normaliser normaliser)
{
    private const int OkStatus = 1;
    private const int ErrorStatus = 2;
    private const int ServerErrors = 500;
    private const int MaxTextBytes = 2048;

    private static readonly string[] FailedOutcomes = ["error", "failed", "failure", "errored", "exception"];
    private static readonly string[] CancelledOutcomes = ["cancelled", "canceled", "aborted"];

    public Failure? Read(SpanRecord span, OperationType type)
    {
        var exception = ExceptionOf(span);
        var status = item.Integer(Field.StatusCode);
        var failed = span.StatusCode == ErrorStatus
            || (status >= ServerErrors && span.StatusCode != OkStatus)
            || (exception.IsPresent && IsOurs(type.Kind))
            || SaysFailed(type.Kind);
        return Read(failed, exception, span.StatusMessage.Span, type);
    }

    /// <param name="failed">The event is only sent for failed calls.</param>
    public Failure? Read(bool failed, OperationType type) => Read(failed || SaysFailed(type.Kind), default, default, type);

    // A model or tool call with a recorded exception failed, whatever status its instrumentation sets. Clients of other services also
    // record exceptions that a retry resolved.
    private static bool IsOurs(OperationKind kind) =>
        kind is OperationKind.Inference or OperationKind.Embedding or OperationKind.Tool or OperationKind.Agent or OperationKind.Workflow;

    private bool SaysFailed(OperationKind kind) =>
        item.Flag(Field.Success) == false || item.Flag(Field.Failed) == true || Contains(FailedOutcomes, item.Text(Field.Outcome))
        || (kind == OperationKind.Tool && ToolResults.SayError(item.Text(Field.ToolResult)));

    private Failure? Read(bool failed, in SpanException exception, ReadOnlySpan<byte> statusMessage, OperationType type)
    {
        var reported = normaliser.Failure(item.Text(Field.ErrorType));
        var thrown = normaliser.Failure(exception.Type.Span);
        if (ErrorTypes.IsControlFlow(reported.Type) || ErrorTypes.IsControlFlow(thrown.Type)) return null;
        if (!failed && reported == Normaliser.UnknownFailure) return FromOutcome(type);
        var text = TextOf(exception.Message.Span, statusMessage);
        var best = ErrorTypes.IsGeneric(reported.Type) && thrown != Normaliser.UnknownFailure ? thrown : reported;
        return best == Normaliser.UnknownFailure && ErrorTexts.IsControlFlow(text) ? null : Explained(best, text);
    }

    // By convention the status is the outcome; some senders only have a finish reason or an outcome attribute.
    private Failure? FromOutcome(OperationType type)
    {
        if (Contains(CancelledOutcomes, item.Text(Field.Outcome))) return normaliser.Failure("cancelled"u8);
        if (type.Kind != OperationKind.Inference) return null;
        var reason = JsonText.FirstString(item.Text(Field.FinishReason));
        return normaliser.FinishReason(reason) == FinishReasons.Error ? normaliser.Failure(reason) : null;
    }

    // The status code is most specific, then the error's name, then names in its text.
    private Failure Explained(Failure best, string text)
    {
        var status = item.Integer(Field.StatusCode) is >= 400 and var sent ? sent : text.Length == 0 ? null : ErrorTexts.StatusIn(text);
        if (status is { } code)
        {
            if (ErrorTypes.IsGeneric(best.Type)) best = normaliser.Failure(code);
            var known = ErrorClasses.Of(best.Type, code);
            if (known == ErrorClasses.InvalidRequest && code is 400 or 422) known = ErrorClasses.Reason(ErrorTexts.ClassIn(text)) ?? known;
            return known == best.Class ? best : best with { Class = known };
        }

        if (ErrorTypes.IsGeneric(best.Type) && item.Text(Field.ErrorWord) is { IsEmpty: false } word) best = normaliser.Failure(word);
        if (text.Length == 0 || best.Class is not (ErrorClasses.Other or ErrorClasses.Cancelled)) return best;
        var inText = ErrorTexts.ClassIn(text);
        // HttpClient cancels on timeout: the text shows which of the two it was.
        var isBetter = best.Class == ErrorClasses.Other ? inText != ErrorClasses.Other : inText == ErrorClasses.Timeout;
        return isBetter ? best with { Class = inText } : best;
    }

    private string TextOf(ReadOnlySpan<byte> message, ReadOnlySpan<byte> statusMessage)
    {
        var text = message.IsEmpty ? statusMessage : message;
        if (text.IsEmpty) text = item.Text(Field.ErrorText);
        return text.IsEmpty ? "" : Encoding.UTF8.GetString(text.Length > MaxTextBytes ? text[..MaxTextBytes] : text);
    }

    private static SpanException ExceptionOf(SpanRecord span)
    {
        for (var i = span.Events.Count - 1; i >= 0; i--)
        {
            if (!span.Events[i].Name.Span.SequenceEqual("exception"u8)) continue;
            var exception = new SpanException(true, default, default);
            foreach (ref readonly var attribute in span.Events[i].Attributes.AsSpan())
            {
                if (attribute.Key.Span.SequenceEqual("exception.type"u8)) exception = exception with { Type = attribute.Value.Text };
                if (attribute.Key.Span.SequenceEqual("exception.message"u8)) exception = exception with { Message = attribute.Value.Text };
            }

            return exception;
        }

        return default;
    }

    private static bool Contains(string[] words, ReadOnlySpan<byte> text)
    {
        foreach (var word in words)
        {
            if (Ascii.EqualsIgnoreCase(text, word)) return true;
        }

        return false;
    }
}
