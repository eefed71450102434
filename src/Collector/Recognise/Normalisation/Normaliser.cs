using System.Buffers.Text;
using System.Text;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Recognise.Items;

namespace Tidemark.Collector.Recognise.Normalisation;

/// <summary>Normalises senders' words, with a cache.</summary>
internal sealed class Normaliser(RecogniseOptions options, Vocabulary vocabulary)
{
    private const int MaxBytes = 256;

    /// <summary>A failure without further details.</summary>
    public static readonly Failure UnknownFailure = new(Model.Operations.Failure.Unknown, ErrorClasses.Other);

    private readonly Utf8Pool<Label> _providers = new(options.MaxLabels, text => vocabulary.Providers.Get(ProviderNames.Normalise(text)));
    private readonly Utf8Pool<string> _finishReasons = new(options.MaxLabels, FinishReasons.Normalise);
    private readonly Utf8Pool<Failure> _failures = new(options.MaxLabels, Make);

    public Label Provider(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty ? LabelPool.None : _providers.GetOrAdd(utf8) ?? vocabulary.Providers.Get(ProviderNames.Normalise(Encoding.UTF8.GetString(utf8)));

    public string? FinishReason(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty || Placeholders.IsNone(utf8)
            ? null
            : _finishReasons.GetOrAdd(Short(utf8)) ?? FinishReasons.Normalise(Encoding.UTF8.GetString(Short(utf8)));

    /// <summary>An HTTP status of 400 or more.</summary>
    public Failure Failure(int status)
    {
        Span<byte> text = stackalloc byte[11];
        Utf8Formatter.TryFormat(status, text, out var length);
        return Failure(text[..length]);
    }

    /// <summary>An error by its type as sent; <see cref="UnknownFailure"/> if that is not a name.</summary>
    public Failure Failure(ReadOnlySpan<byte> errorType)
    {
        errorType = Short(errorType);
        return _failures.GetOrAdd(errorType) ?? Make(Encoding.UTF8.GetString(errorType));
    }

    private static ReadOnlySpan<byte> Short(ReadOnlySpan<byte> word) => word.Length > MaxBytes ? word[..MaxBytes] : word;

    private static Failure Make(string text)
    {
        var type = ErrorTypes.Clean(text);
        return type.Length == 0 ? UnknownFailure : new Failure(type, ErrorClasses.Of(type));
    }
}
