namespace Tidemark.Samples.AgentFleet.Cast;

internal static class Models
{
    public static readonly ModelProfile Kimi =
        new("kimi-k2-0905-preview", "moonshot_ai", 262_144, 60, TimeSpan.FromMilliseconds(700), CachesPrompts: true);

    public static readonly ModelProfile Sonnet =
        new("claude-sonnet-4-5", "anthropic", 200_000, 75, TimeSpan.FromMilliseconds(900), CachesPrompts: true, "claude-sonnet-4-5-20250929");

    public static readonly ModelProfile GptMini =
        new("gpt-5-mini", "openai", 400_000, 110, TimeSpan.FromMilliseconds(450), CachesPrompts: true, "gpt-5-mini-2025-08-07");

    public static readonly ModelProfile Flash =
        new("gemini-2.5-flash", "gcp.gemini", 1_048_576, 160, TimeSpan.FromMilliseconds(350), CachesPrompts: true);

    public static readonly ModelProfile Mistral =
        new("mistral-large-latest", "mistral_ai", 131_072, 55, TimeSpan.FromMilliseconds(600), CachesPrompts: false);

    public static readonly ModelProfile Embedding =
        new("text-embedding-3-small", "openai", 8_191, 0, TimeSpan.FromMilliseconds(80), CachesPrompts: false);
}
