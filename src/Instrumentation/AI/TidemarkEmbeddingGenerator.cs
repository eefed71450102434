using System.Diagnostics;
using Microsoft.Extensions.AI;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.AI;

/// <summary>Records each call to an embedding generator as an embedding of the current session.</summary>
internal sealed class TidemarkEmbeddingGenerator<TInput, TEmbedding> : DelegatingEmbeddingGenerator<TInput, TEmbedding>
    where TEmbedding : Embedding
{
    private readonly TidemarkClient _tidemark;
    private readonly EmbeddingGeneratorMetadata? _metadata;

    public TidemarkEmbeddingGenerator(IEmbeddingGenerator<TInput, TEmbedding> inner, TidemarkClient tidemark)
        : base(inner)
    {
        _tidemark = tidemark;
        _metadata = Guard.Run(
            static generator => generator.GetService<EmbeddingGeneratorMetadata>(), (IEmbeddingGenerator)inner, "reading an embedding generator's metadata");
    }

    public override async Task<GeneratedEmbeddings<TEmbedding>> GenerateAsync(
        IEnumerable<TInput> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var call = Start(options);
        try
        {
            var embeddings = await base.GenerateAsync(values, options, cancellationToken).ConfigureAwait(false);
            if (call.IsRecording)
                Guard.Run(static given => Record(given.call, given.embeddings), (call, embeddings), "reading embeddings");
            return embeddings;
        }
        catch (Exception exception)
        {
            call.SetError(exception, cancellationToken);
            throw;
        }
    }

    private EmbeddingOperation Start(EmbeddingGenerationOptions? options) => OtherInstrumentation.CallAround(GenAiOperations.Embeddings) is not null
        ? EmbeddingOperation.None
        : _tidemark.Current.StartEmbedding(options?.ModelId ?? _metadata?.DefaultModelId ?? string.Empty, _metadata?.ProviderName);

    private static void Record(EmbeddingOperation call, GeneratedEmbeddings<TEmbedding> embeddings)
    {
        if (embeddings.Usage?.InputTokenCount is { } tokens)
            call.SetUsage(tokens);
        if (embeddings.Count > 0)
            call.SetResponse(embeddings[0].ModelId, embeddings[0].Dimensions);
    }
}
