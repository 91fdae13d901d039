/** What the signs in the rows mean. */
export function Signs() {
  return (
    <section>
      <h3>Signs</h3>
      <dl>
        <div>
          <dt>
            <span className="sample" data-by="machine">
              Y
            </span>{" "}
            <span className="sample" data-by="agreed">
              Y
            </span>{" "}
            <span className="sample" data-by="person">
              Y
            </span>
          </dt>
          <dd>tinted: a machine's verdict; ringed: a person agreed with it; solid: a person's own</dd>
        </div>
        <div>
          <dt>
            <span className="sample-dot" />
          </dt>
          <dd>not saved yet</dd>
        </div>
        <div>
          <dt>
            <span className="sample-seen" data-seen="nobody" /> <span className="sample-seen" data-seen="others" />
          </dt>
          <dd>nobody has looked at it; others have, you have not</dd>
        </div>
        <div className="wide">
          <dt className="sample-branches">
            <span className="branch" data-state="there">
              ✓
            </span>
            <span className="branch" data-state="claimed">
              ≈
            </span>
            <span className="branch" data-state="yes">
              y
            </span>
            <span className="branch" data-state="wait">
              w
            </span>
            <span className="branch" data-state="uncertain">
              ?
            </span>
            <span className="branch" data-state="no">
              ·
            </span>
          </dt>
          <dd>per stable branch: there, claimed only, wanted, wait (w! is over), uncertain, no</dd>
        </div>
      </dl>
    </section>
  );
}
