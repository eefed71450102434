namespace Tidemark.Testing.Live;

/// <summary>How the stand-in answers a push that is right.</summary>
internal enum StandInMood
{
    Fine,

    /// <summary>500, as Grafana does in trouble.</summary>
    Failing,

    /// <summary>Takes the request and never answers.</summary>
    Silent,

    /// <summary>Cuts the connection.</summary>
    Cutting,
}
