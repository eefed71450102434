namespace Tidemark.Collector.Recognise.Prices;

/// <summary>USD per million tokens. A missing cache rate equals the input rate, a missing modality rate the text rate.</summary>
/// <param name="CacheWrite">Cache writes kept for the provider's default time: 5 minutes if there is a choice.</param>
internal sealed record Rates(decimal Input, decimal Output, decimal? CacheRead, decimal? CacheWrite)
{
    /// <summary>Cache writes kept for an hour.</summary>
    public decimal? CacheWriteHour { get; init; }

    public decimal? AudioInput { get; init; }

    public decimal? AudioCacheRead { get; init; }

    public decimal? AudioOutput { get; init; }

    public decimal? ImageInput { get; init; }

    public decimal? ImageOutput { get; init; }

    /// <summary>All rates multiplied by a factor.</summary>
    public Rates Times(decimal factor) => new(Input * factor, Output * factor, CacheRead * factor, CacheWrite * factor)
    {
        CacheWriteHour = CacheWriteHour * factor,
        AudioInput = AudioInput * factor,
        AudioCacheRead = AudioCacheRead * factor,
        AudioOutput = AudioOutput * factor,
        ImageInput = ImageInput * factor,
        ImageOutput = ImageOutput * factor,
    };
}
