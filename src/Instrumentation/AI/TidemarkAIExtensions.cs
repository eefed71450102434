using Tidemark.Instrumentation;
using Tidemark.Instrumentation.AI;

namespace Microsoft.Extensions.AI;

/// <summary>Records the calls of Microsoft.Extensions.AI clients.</summary>
public static class TidemarkAIExtensions
{
    /// <summary>
    /// Records each call as an inference of the current session, with usage, time to the first chunk and conversation. Use it next to
    /// the model, inside function invocation and caching. If other instrumentation records the call as well, it is still one inference.
    /// </summary>
    /// <param name="client">The client to record.</param>
    /// <param name="tidemark">The recording client; <see langword="null"/> = one with the options of the app's OpenTelemetry registration.</param>
    /// <returns>A chat client that records its calls.</returns>
    public static IChatClient UseTidemark(this IChatClient client, TidemarkClient? tidemark = null) =>
        client.GetService(typeof(TidemarkChatClient)) is not null
            ? client
            : new TidemarkChatClient(client, tidemark ?? TidemarkClient.Default);

    /// <summary>Records each call of the pipeline's inner client; add it last, next to the model.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="tidemark">The recording client; <see langword="null"/> = the one registered in the app's services.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static ChatClientBuilder UseTidemark(this ChatClientBuilder builder, TidemarkClient? tidemark = null) =>
        builder.Use((inner, services) => inner.UseTidemark(tidemark ?? services.GetService(typeof(TidemarkClient)) as TidemarkClient));

    /// <summary>Records each call of the pipeline's inner generator; add it last, next to the model.</summary>
    /// <typeparam name="TInput">Type of the input.</typeparam>
    /// <typeparam name="TEmbedding">Type of the embedding.</typeparam>
    /// <param name="builder">The pipeline.</param>
    /// <param name="tidemark">The recording client; <see langword="null"/> = the one registered in the app's services.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static EmbeddingGeneratorBuilder<TInput, TEmbedding> UseTidemark<TInput, TEmbedding>(
        this EmbeddingGeneratorBuilder<TInput, TEmbedding> builder, TidemarkClient? tidemark = null)
        where TEmbedding : Embedding =>
        builder.Use((inner, services) => inner.UseTidemark(tidemark ?? services.GetService(typeof(TidemarkClient)) as TidemarkClient));

    /// <summary>Records each call as an embedding of the current session, unless other instrumentation does.</summary>
    /// <typeparam name="TInput">Type of the input.</typeparam>
    /// <typeparam name="TEmbedding">Type of the embedding.</typeparam>
    /// <param name="generator">The generator to record.</param>
    /// <param name="tidemark">The recording client; <see langword="null"/> = one with the options of the app's OpenTelemetry registration.</param>
    /// <returns>A generator that records its calls.</returns>
    public static IEmbeddingGenerator<TInput, TEmbedding> UseTidemark<TInput, TEmbedding>(
        this IEmbeddingGenerator<TInput, TEmbedding> generator, TidemarkClient? tidemark = null)
        where TEmbedding : Embedding =>
        generator.GetService(typeof(TidemarkEmbeddingGenerator<TInput, TEmbedding>)) is not null
            ? generator
            : new TidemarkEmbeddingGenerator<TInput, TEmbedding>(generator, tidemark ?? TidemarkClient.Default);
}
