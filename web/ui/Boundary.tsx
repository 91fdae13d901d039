import { Component, type ReactNode } from "react";

interface Props {
  children: ReactNode;
  /** Drawn instead, with the sentence of what went wrong and a way to try again. */
  renderFailure: (sentence: string, retry: () => void) => ReactNode;
  onRetry?: () => void;
}

/** Catches what its children throw. A class, because React has no other way. */
export class Boundary extends Component<Props, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  #retry = () => {
    this.props.onRetry?.();
    this.setState({ error: null });
  };

  override render() {
    return this.state.error ? this.props.renderFailure(this.state.error.message, this.#retry) : this.props.children;
  }
}
